import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { StorageItem } from '../browser/storage';

/**
 * Mirrors a stored item in a signal, which follows every change from whichever window.
 * @param until ends the mirroring
 */
export async function signalOf<T>(
  item: Pick<StorageItem<T>, 'getValue' | 'watch'>,
  until?: AbortSignal,
): Promise<Signal<T>> {
  let newer: { value: T } | undefined;
  let mirror: Signal<T> | undefined;
  // Watched before it is read, so that no change falls in between.
  const stop = item.watch((value) => {
    newer = { value };
    if (mirror) mirror.value = value;
  });
  until?.addEventListener('abort', stop);
  const read = await item.getValue();
  mirror = signal(newer ? newer.value : read);
  return mirror;
}

/** Calls back with each new value of a signal and the one before it. */
export function onChange<T>(of: ReadonlySignal<T>, tell: (next: T, before: T) => void): void {
  let before = of.peek();
  of.subscribe((next) => {
    const last = before;
    before = next;
    // The first call comes at once, with the value that is there already.
    if (next !== last) tell(next, last);
  });
}
