import { browser } from 'wxt/browser';

export interface StorageItem<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  /** Changes what is stored; changes from all windows are made one after another. */
  update(change: (value: T) => T): Promise<void>;
  removeValue(): Promise<void>;
  /** Calls back with each new value, whichever window stored it, until the function it returns is called. */
  watch(tell: (value: T) => void): () => void;
}

/**
 * Opens one item of the extension's storage.
 * @param area `local` is on disk; `session` is in memory and out of reach for content scripts
 * @param read validates what is stored, perhaps by another version or by nobody yet
 */
export function storageItem<T>(
  area: 'local' | 'session',
  key: string,
  read: (stored: unknown) => T,
): StorageItem<T> {
  const getValue = async () => read((await browser.storage[area].get(key))[key]);
  const setValue = (value: T) => browser.storage[area].set({ [key]: value });
  return {
    getValue,
    setValue,
    update: (change) =>
      navigator.locks.request(`${area} ${key}`, async () => {
        const before = await getValue();
        const after = change(before);
        if (after !== before) await setValue(after);
      }),
    removeValue: () => browser.storage[area].remove(key),
    watch(tell) {
      const listen: Parameters<typeof browser.storage.onChanged.addListener>[0] = (
        changes,
        changed,
      ) => {
        const change = changes[key];
        if (changed === area && change) tell(read(change.newValue));
      };
      browser.storage.onChanged.addListener(listen);
      return () => browser.storage.onChanged.removeListener(listen);
    },
  };
}

/** Reads several items on disk at once, unvalidated. */
export const readLocal = (...keys: string[]): Promise<Record<string, unknown>> =>
  browser.storage.local.get(keys);

/** Removes the items in memory whose keys match. */
export async function removeFromMemory(matches: (key: string) => boolean): Promise<void> {
  const stored = await browser.storage.session.get();
  await browser.storage.session.remove(Object.keys(stored).filter(matches));
}
