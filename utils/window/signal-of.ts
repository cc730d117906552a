import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { StorageItem } from '../browser/storage';

/** Returns a signal that mirrors a stored item, whoever changes it, as long as the window lives. */
export async function signalOf<T>(
  item: Pick<StorageItem<T>, 'getValue' | 'watch'>,
): Promise<Signal<T>> {
  let newer: { value: T } | undefined;
  let mirror: Signal<T> | undefined;
  // Watch before reading, so that no change is missed in between.
  item.watch((value) => {
    newer = { value };
    if (mirror) mirror.value = value;
  });
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
