import type { Handoff } from './handoff';
import { createQueue } from './queue';

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
  const inTurn = createQueue();

  /** Stores what the callback returns, unless it returns its argument. */
  const change = (callback: (all: Handoff[]) => Handoff[]): Promise<void> =>
    inTurn(async () => {
      const before = await store.getValue();
      const after = callback(before);
      if (after !== before) await store.setValue(after);
    });

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
