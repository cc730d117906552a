import { browser } from 'wxt/browser';

/** One value in the extension's storage. Promises reject if the browser cannot read or write it. */
export interface StorageItem<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  /** Replaces the value with what the callback returns. Updates from all windows run one after another. */
  update(change: (value: T) => T): Promise<void>;
  removeValue(): Promise<void>;
  /** Calls back with each new value, whoever stored it. Returns a function that stops watching. */
  watch(callback: (value: T) => void): () => void;
}

/**
 * Defines one item of the extension's storage.
 * @param area `local` is on disk; `session` is in memory, and content scripts cannot read it
 * @param read validates the stored value, which is `undefined` if there is none and may come from another
 *   version of the extension
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
    watch(callback) {
      const listen: Parameters<typeof browser.storage.onChanged.addListener>[0] = (
        changes,
        changed,
      ) => {
        const change = changes[key];
        if (changed === area && change) callback(read(change.newValue));
      };
      browser.storage.onChanged.addListener(listen);
      return () => browser.storage.onChanged.removeListener(listen);
    },
  };
}

/** Texts in session memory that belong together. Each is stored on its own, so no write loses another. */
export interface TextGroup {
  /** Returns all texts by name. */
  getAll(): Promise<Map<string, string>>;
  /** Stores a text at once; an empty one is removed. */
  set(name: string, text: string): Promise<void>;
  /** Calls back with each changed text, empty if it was removed. Returns a function that stops watching. */
  watch(callback: (name: string, text: string) => void): () => void;
}

/**
 * Defines a group of texts in session memory.
 * @param prefix what their keys begin with, and no other keys do
 */
export function textGroup(prefix: string): TextGroup {
  const { session, onChanged } = browser.storage;
  const nameOf = (key: string) => (key.startsWith(prefix) ? key.slice(prefix.length) : undefined);
  return {
    async getAll() {
      const all = Object.entries(await session.get());
      return new Map(
        all.flatMap(([key, text]) => {
          const name = nameOf(key);
          return name === undefined ? [] : [[name, String(text)] as const];
        }),
      );
    },
    set: (name, text) =>
      text ? session.set({ [prefix + name]: text }) : session.remove(prefix + name),
    watch(callback) {
      const listen: Parameters<typeof onChanged.addListener>[0] = (changes, area) => {
        if (area !== 'session') return;
        for (const [key, { newValue }] of Object.entries(changes)) {
          const name = nameOf(key);
          if (name !== undefined) callback(name, String(newValue ?? ''));
        }
      };
      onChanged.addListener(listen);
      return () => onChanged.removeListener(listen);
    },
  };
}

/** Returns several items on disk by key, not validated. Items that are not stored are left out. */
export const readLocal = (...keys: string[]): Promise<Record<string, unknown>> =>
  browser.storage.local.get(keys);

/** Removes all items in session memory with a matching key. */
export async function removeFromMemory(matches: (key: string) => boolean): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get()).filter(matches);
  if (keys.length > 0) await browser.storage.session.remove(keys);
}
