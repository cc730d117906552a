import { type ButtonActions, type CopyButton, createButton } from './button';
import { makeRoom, put } from './place';
import type { WantedButton } from './wanted-buttons';

interface Entry {
  wanted: WantedButton;
  button: CopyButton;
  /** Where it was put. A button found elsewhere was moved by the page. */
  home: ParentNode | null;
  /** How often it was put back in quick succession, and when it was last put there. */
  turns: number;
  putAt: number;
}

/** A page that takes a button out again and again does not want it. */
const MOST_TURNS = 20;
/** What counts as quick succession, in milliseconds. */
const SHORTLY = 1000;

/** Does what a button is for, if the person saw it. Resolves to whether it worked; never rejects. */
export type Run = (
  wanted: WantedButton,
  host: HTMLElement,
  isSeen: boolean,
  choice?: string,
) => Promise<boolean>;

/** How to tell a person's own click on a visible button. */
export type Checks = Pick<ButtonActions, 'isTrusted' | 'watchSight'>;

/** Puts a button where it belongs, unless it is there. Returns whether it did. */
function putBack(entry: Entry): boolean {
  const { host } = entry.button;
  if (host.isConnected && host.parentNode === entry.home) return false;
  entry.turns = Date.now() - entry.putAt < SHORTLY ? entry.turns + 1 : 0;
  if (entry.turns > MOST_TURNS) return false;
  entry.putAt = Date.now();
  put(host, entry.wanted.place());
  entry.home = host.parentNode;
  return true;
}

function createEntry(doc: Document, checks: Checks, run: Run, wanted: WantedButton): Entry {
  const button = createButton(doc, {
    ...checks,
    look: wanted.slot === 'keep' ? 'keep' : 'copy',
    choices: wanted.choices,
    run: (isSeen, choice) =>
      run(entry.wanted, button.host, isSeen && button.host.parentNode === entry.home, choice),
  });
  const entry: Entry = { wanted, button, home: null, turns: 0, putAt: 0 };
  return entry;
}

/** Keeps the buttons on a page in line with the wanted ones: never two for one text, none left over. */
export function createButtons(doc: Document, checks: Checks, run: Run) {
  const entries = new WeakMap<Element, Partial<Record<WantedButton['slot'], Entry>>>();
  let present = new Set<Entry>();

  function entryFor(wanted: WantedButton): Entry {
    const slots = entries.get(wanted.anchor);
    const entry = slots?.[wanted.slot] ?? createEntry(doc, checks, run, wanted);
    entries.set(wanted.anchor, { ...slots, [wanted.slot]: entry });
    return entry;
  }

  return {
    /** Gives each button its room again, as after the window was resized. */
    makeRoom() {
      makeRoom([...present].map(({ button }) => button.host));
    },
    update(all: WantedButton[]) {
      const before = present;
      const moved = new Set<HTMLElement>();
      present = new Set();
      for (const wanted of all) {
        const entry = entryFor(wanted);
        present.add(entry);
        const isRelabelled = entry.wanted.label !== wanted.label;
        entry.wanted = wanted;
        entry.button.setLabel(wanted.label);
        if (putBack(entry) || isRelabelled) moved.add(entry.button.host);
      }
      makeRoom([...moved]);
      for (const entry of before) if (!present.has(entry)) entry.button.host.remove();
    },
  };
}
