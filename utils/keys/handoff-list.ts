import type { Handoff } from './handoff';

export interface HandoffStore {
  getValue(): Promise<Handoff[]>;
  setValue(handoffs: Handoff[]): Promise<void>;
}

export type HandoffList = ReturnType<typeof createHandoffList>;

/** The stored handoffs. Changes are made one after another: two at once would overwrite each other. */
export function createHandoffList(store: HandoffStore) {
  let last: Promise<void> = Promise.resolve();

  /** Stores what the function returns, unless that is what it was given. */
  function change(by: (all: Handoff[]) => Handoff[]): Promise<void> {
    const next = last.then(async () => {
      const before = await store.getValue();
      const after = by(before);
      if (after !== before) await store.setValue(after);
    });
    last = next.catch(() => {});
    return next;
  }

  return {
    all: () => store.getValue(),
    change,
    /** Puts a handoff in the place of the one with its id; one that was forgotten stays forgotten. */
    replace: (next: Handoff) =>
      change((all) => all.map((each) => (each.id === next.id ? next : each))),
    forget: (matches: (handoff: Handoff) => boolean) =>
      change((all) => (all.some(matches) ? all.filter((each) => !matches(each)) : all)),
  };
}
