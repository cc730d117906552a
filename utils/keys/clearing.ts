/**
 * When the clipboard will be cleared, in milliseconds since the epoch; `cleared` once that has happened,
 * and `null` while there is nothing to clear. What was copied is not kept in any form.
 */
export type Clearing = number | 'cleared' | null;

interface Dependencies {
  store: { getValue(): Promise<Clearing>; setValue(next: Clearing): Promise<void> };
  now(): number;
  /** how long a copied value stays; milliseconds, 0 to leave it there */
  delay(): Promise<number>;
  /** has `sweep` called at a time, even if the background is stopped until then */
  wake(at: number): Promise<void>;
  /** clears the clipboard, or rejects */
  clear(): Promise<void>;
}

/** How long to wait after a failure; milliseconds, and the shortest that an alarm allows. */
const RETRY = 30_000;

/**
 * Clears the clipboard some time after a key's value was copied. It runs in the background, because the
 * window that copied it is usually closed by then.
 *
 * It does not check whether the value is still there: reading the clipboard needs a permission to read
 * everything that is ever copied. Without it Chromium reports changes only to the focused window, and
 * Firefox answers only to a click.
 */
export function createClearing({ store, now, delay, wake, clear }: Dependencies) {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const next = last.then(act);
    last = next.catch(() => {});
    return next;
  };
  const forget = async () => {
    if (typeof (await store.getValue()) === 'number') await store.setValue(null);
  };
  const clearNow = async () => {
    await clear();
    await store.setValue('cleared');
  };

  return {
    /** A key's value was copied: the countdown starts, or starts over. */
    start: () =>
      inTurn(async () => {
        const after = await delay();
        if (!after) return forget();
        await store.setValue(now() + after);
        await wake(now() + after);
      }),
    /** Something else was copied, or the clipboard may not be changed any more: it is left alone. */
    forget: () => inTurn(forget),
    /** Clears the clipboard now. */
    clear: () => inTurn(clearNow),
    /** Clears the clipboard if it is time, and asks to be called again otherwise. */
    sweep: () =>
      inTurn(async () => {
        const at = await store.getValue();
        if (typeof at !== 'number') return;
        if (at > now()) await wake(at);
        else await clearNow().catch(() => wake(now() + RETRY));
      }),
  };
}
