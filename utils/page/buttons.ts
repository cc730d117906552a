import { type CopyButton, createButton } from './button';
import { makeRoom, put } from './place';
import type { Wanted } from './wanted';

interface Entry {
  wanted: Wanted;
  button: CopyButton;
  /** How often it was put in at short intervals, and when it was last. */
  turns: number;
  putAt: number;
}

/** A page that takes a button out at once, again and again, does not want it. */
const MOST_TURNS = 20;
const SHORTLY = 1000;

/** Copies what a button stands for; tells whether it worked, and never rejects. */
export type Run = (wanted: Wanted, host: HTMLElement, choice?: string) => Promise<boolean>;

/** Keeps the buttons on a page the same as the wanted ones: no two for one text, none left behind. */
export function createButtons(doc: Document, isTrusted: (event: Event) => boolean, run: Run) {
  const slots = new Map<Wanted['slot'], Map<Element, Entry>>();

  function add(wanted: Wanted): Entry {
    const button = createButton(doc, {
      isTrusted,
      run: (choice) => run(entry.wanted, button.host, choice),
      ...(wanted.choices ? { choices: wanted.choices } : {}),
    });
    const entry: Entry = { wanted, button, turns: 0, putAt: 0 };
    return entry;
  }

  return {
    /** Finds each button its room again, as after the window has changed its size. */
    makeRoom() {
      const all = [...slots.values()].flatMap((slot) => [...slot.values()]);
      makeRoom(all.map((entry) => entry.button.host));
    },
    update(all: Wanted[]) {
      const kept = new Set<Entry>();
      const moved = new Set<HTMLElement>();
      for (const wanted of all) {
        const slot = slots.get(wanted.slot) ?? new Map<Element, Entry>();
        slots.set(wanted.slot, slot);
        const entry = slot.get(wanted.anchor) ?? add(wanted);
        slot.set(wanted.anchor, entry);
        kept.add(entry);
        const { host, setLabel } = entry.button;
        if (entry.wanted.label !== wanted.label) moved.add(host);
        entry.wanted = wanted;
        setLabel(wanted.label);
        if (host.isConnected) continue;
        entry.turns = Date.now() - entry.putAt < SHORTLY ? entry.turns + 1 : 0;
        if (entry.turns > MOST_TURNS) continue;
        entry.putAt = Date.now();
        put(host, wanted.place());
        moved.add(host);
      }
      makeRoom([...moved]);
      for (const slot of slots.values())
        for (const [anchor, entry] of slot)
          if (!kept.has(entry)) {
            entry.button.remove();
            slot.delete(anchor);
          }
    },
  };
}
