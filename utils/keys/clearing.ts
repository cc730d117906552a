/**
 * When the clipboard is emptied of a key's value, in milliseconds since the epoch; `cleared` once that
 * was done, and `null` while there is nothing to empty. What was copied is not kept in any form.
 */
export type Clearing = number | 'cleared' | null;

interface Surroundings {
  store: { getValue(): Promise<Clearing>; setValue(next: Clearing): Promise<void> };
  now(): number;
  /** how long a copied value stays; milliseconds, 0 for as long as the person leaves it there */
  delay(): Promise<number>;
  /** has `tend` called at a time, also when the background was stopped until then */
  wake(at: number): Promise<void>;
  /** empties the clipboard, or rejects */
  empty(): Promise<void>;
}

/** After a failure it is tried again; milliseconds, and no shorter than an alarm may be. */
const RETRY = 30_000;

/**
 * Empties the clipboard some time after a key's value was copied. It runs in the background, because
 * the window that copied is closed by then.
 *
 * It does not look first whether the value is still there. Reading the clipboard takes a permission to
 * read all that is ever copied; without it, no background is told anything: Chromium tells of changes to
 * a window with the focus alone, and Firefox answers only at a click.
 */
export function createClearing({ store, now, delay, wake, empty }: Surroundings) {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const next = last.then(act);
    last = next.catch(() => {});
    return next;
  };
  const forget = async () => {
    if (typeof (await store.getValue()) === 'number') await store.setValue(null);
  };
  const clear = async () => {
    await empty();
    await store.setValue('cleared');
  };

  return {
    /** A key's value was copied: the time begins, or begins anew. */
    start: () =>
      inTurn(async () => {
        const after = await delay();
        if (!after) return forget();
        await store.setValue(now() + after);
        await wake(now() + after);
      }),
    /** Something else was copied, or the clipboard is out of reach: it is left alone. */
    forget: () => inTurn(forget),
    /** Empties the clipboard now. */
    clear: () => inTurn(clear),
    /** Empties the clipboard if it is time; otherwise sees to it that it will be. */
    tend: () =>
      inTurn(async () => {
        const at = await store.getValue();
        if (typeof at !== 'number') return;
        if (at > now()) await wake(at);
        else await clear().catch(() => wake(now() + RETRY));
      }),
  };
}
