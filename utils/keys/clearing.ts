import { createQueue } from './queue';

/**
 * When the clipboard will be cleared, in milliseconds since the epoch; `cleared` once it has been, and `null`
 * while there is nothing to clear. What was copied is not stored in any form.
 */
export type Clearing = number | 'cleared' | null;

interface Dependencies {
  store: { getValue(): Promise<Clearing>; setValue(next: Clearing): Promise<void> };
  /** milliseconds since the epoch */
  now(): number;
  /** how long after copying a value the clipboard is cleared; milliseconds, 0 for never */
  delay(): Promise<number>;
  /** has `sweep` called at a time, even if the background stops; milliseconds since the epoch */
  wake(at: number): Promise<void>;
  /** clears the clipboard; rejects if it cannot */
  clear(): Promise<void>;
}

/** How long to wait after a failure, in milliseconds: the shortest delay that an alarm allows. */
const RETRY = 30_000;

/**
 * Clears the clipboard some time after a key's value was copied. It runs in the background, because the
 * window that copied the value is usually closed before that time.
 *
 * It does not check whether the value is still on the clipboard: that takes a permission to read everything
 * that is ever copied. Without it, Chromium reports changes only to the focused window, and Firefox lets a
 * page read only after a click.
 */
export function createClearing({ store, now, delay, wake, clear }: Dependencies) {
  const inTurn = createQueue();
  const forget = async () => {
    if (typeof (await store.getValue()) === 'number') await store.setValue(null);
  };
  const clearNow = async () => {
    await clear();
    await store.setValue('cleared');
  };

  return {
    /** Starts the countdown, or starts it over: a key's value was copied. */
    start: () =>
      inTurn(async () => {
        const after = await delay();
        if (!after) return forget();
        await store.setValue(now() + after);
        await wake(now() + after);
      }),
    /** Stops the countdown: something else was copied, or the permission was revoked. */
    forget: () => inTurn(forget),
    /** Clears the clipboard now; rejects if it cannot. */
    clear: () => inTurn(clearNow),
    /** Clears the clipboard if the time has come. If not, or if it fails, arranges to be called again. */
    sweep: () =>
      inTurn(async () => {
        const at = await store.getValue();
        if (typeof at !== 'number') return;
        if (at > now()) await wake(at);
        else await clearNow().catch(() => wake(now() + RETRY));
      }),
  };
}
