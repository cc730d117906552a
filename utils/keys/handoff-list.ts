import type { Handoff } from './handoff';

/** Where the handoffs are stored. */
export interface HandoffStore {
  getValue(): Promise<Handoff[]>;
  setValue(handoffs: Handoff[]): Promise<void>;
}

export type HandoffList = ReturnType<typeof createHandoffList>;

/**
 * Wraps the stored handoffs. Changes run one after another, because two at once would overwrite each other.
 */
export function createHandoffList(store: HandoffStore) {
  let last: Promise<void> = Promise.resolve();

  /** Stores what the callback returns, unless it returns its argument. */
  function change(callback: (all: Handoff[]) => Handoff[]): Promise<void> {
    const next = last.then(async () => {
      const before = await store.getValue();
      const after = callback(before);
      if (after !== before) await store.setValue(after);
    });
    last = next.catch(() => {});
    return next;
  }

  return {
    /** Returns all handoffs, newest first. */
    all: () => store.getValue(),
    change,
    /**
     * Replaces the handoff with the same id while it is still in this phase. If it was forgotten, or has moved
     * on meanwhile, it stays as it is: a value that has arrived must never be overwritten.
     */
    replace: (next: Handoff, from: 'sending' | 'lost') =>
      change((all) =>
        all.map((each) => (each.id === next.id && each.phase === from ? next : each)),
      ),
    /** Removes all matching handoffs. */
    forget: (matches: (handoff: Handoff) => boolean) =>
      change((all) => (all.some(matches) ? all.filter((each) => !matches(each)) : all)),
  };
}
