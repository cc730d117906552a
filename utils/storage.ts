import { browser } from 'wxt/browser';

export interface StorageItem<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
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
  return {
    getValue: async () => read((await browser.storage[area].get(key))[key]),
    setValue: (value) => browser.storage[area].set({ [key]: value }),
    removeValue: () => browser.storage[area].remove(key),
    watch(tell) {
      browser.storage.onChanged.addListener((changes, changed) => {
        const change = changes[key];
        if (changed === area && change) tell(read(change.newValue));
      });
    },
  };
}
