import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { StorageItem } from '../browser/storage';

/**
 * Returns a signal that mirrors a stored item, whoever changes it.
 * @param abort ends the mirroring; without it, that lasts as long as the window
 */
export async function signalOf<T>(
  item: Pick<StorageItem<T>, 'getValue' | 'watch'>,
  abort?: AbortSignal,
): Promise<Signal<T>> {
  let newer: { value: T } | undefined;
  let mirror: Signal<T> | undefined;
  // Watch before reading, so that no change is missed in between.
  const stop = item.watch((value) => {
    newer = { value };
    if (mirror) mirror.value = value;
  });
  if (abort?.aborted) stop();
  abort?.addEventListener('abort', stop);
  const read = await item.getValue();
  mirror = signal(newer ? newer.value : read);
  return mirror;
}

/** Calls the callback with each new value of a signal and the one before it. */
export function onChange<T>(
  source: ReadonlySignal<T>,
  callback: (next: T, before: T) => void,
): void {
  let before = source.peek();
  source.subscribe((next) => {
    const last = before;
    before = next;
    // `subscribe` calls at once with the current value, which is not a change.
    if (next !== last) callback(next, last);
  });
}
