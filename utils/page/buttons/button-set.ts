import { type ButtonActions, type CopyButton, createButton } from './button';
import { makeRoom, put } from './place';
import type { Wanted } from './wanted-buttons';

interface Entry {
  wanted: Wanted;
  button: CopyButton;
  /** Where it was put, which is where it stays. */
  home: ParentNode | null;
  /** How often it was put in at short intervals, and when it was last. */
  turns: number;
  putAt: number;
}

/** A page that takes a button out at once, again and again, does not want it. */
const MOST_TURNS = 20;
const SHORTLY = 1000;

/** Does what a button stands for, if it was seen; tells whether it worked, and never rejects. */
export type Run = (
  wanted: Wanted,
  host: HTMLElement,
  isSeen: boolean,
  choice?: string,
) => Promise<boolean>;

/** Keeps the buttons on a page the same as the wanted ones: no two for one text, none left behind. */
export function createButtons(
  doc: Document,
  checks: Pick<ButtonActions, 'isTrusted' | 'watchSight'>,
  run: Run,
) {
  const slots = new Map<Wanted['slot'], Map<Element, Entry>>();

  function add(wanted: Wanted): Entry {
    const button = createButton(doc, {
      ...checks,
      look: wanted.slot === 'keep' ? 'keep' : 'copy',
      run: (isSeen, choice) =>
        run(entry.wanted, button.host, isSeen && button.host.parentNode === entry.home, choice),
      ...(wanted.choices ? { choices: wanted.choices } : {}),
    });
    const entry: Entry = { wanted, button, home: null, turns: 0, putAt: 0 };
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
        if (host.isConnected && host.parentNode === entry.home) continue;
        entry.turns = Date.now() - entry.putAt < SHORTLY ? entry.turns + 1 : 0;
        if (entry.turns > MOST_TURNS) continue;
        entry.putAt = Date.now();
        put(host, wanted.place());
        entry.home = host.parentNode;
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
