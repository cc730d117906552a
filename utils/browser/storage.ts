import { browser } from 'wxt/browser';

export interface StorageItem<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  /** Changes what is stored; changes from all windows are made one after the other. */
  update(change: (value: T) => T): Promise<void>;
  removeValue(): Promise<void>;
  /** Calls back with each new value, whichever window stored it. */
  watch(tell: (value: T) => void): void;
}

/**
 * Makes one place in the extension's storage.
 * @param area `local` is on disk; `session` is in memory and out of reach for content scripts
 * @param read makes sense of what is stored, perhaps by another version or by nobody yet
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
      navigator.locks.request(`${area} ${key}`, async () => setValue(change(await getValue()))),
    removeValue: () => browser.storage[area].remove(key),
    watch(tell) {
      browser.storage.onChanged.addListener((changes, changed) => {
        const change = changes[key];
        if (changed === area && change) tell(read(change.newValue));
      });
    },
  };
}

/** Reads several places on disk at once, as they are stored. */
export const readLocal = (...keys: string[]): Promise<Record<string, unknown>> =>
  browser.storage.local.get(keys);
