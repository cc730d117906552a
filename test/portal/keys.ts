import { randomBytes } from 'node:crypto';

/** An API key as the portal stores it. */
export interface StoredKey {
  id: string;
  name: string;
  created: string;
  lastIp: string | null;
  lastActivity: string | null;
  /** A real portal stores only a hash; tests need the value to look for leaks. */
  value: string;
}

/** A value like those of real portals: 16 bytes in base64, 24 characters ending in `==`. */
export function newValue(): string {
  return randomBytes(16).toString('base64');
}

/** Every user's keys, newest first. */
export class KeyStore {
  readonly #byUser = new Map<string, StoredKey[]>();

  of(userName: string): StoredKey[] {
    const keys = this.#byUser.get(userName) ?? [];
    this.#byUser.set(userName, keys);
    return keys;
  }

  replace(userName: string, keys: StoredKey[]): void {
    this.#byUser.set(userName, []);
    this.add(userName, keys);
  }

  /** Adds keys. Of two created in the same millisecond, the one added later counts as newer. */
  add(userName: string, keys: StoredKey[]): void {
    const all = this.of(userName);
    all.unshift(...keys.toReversed());
    all.sort((a, b) => b.created.localeCompare(a.created));
  }

  find(userName: string, id: string): StoredKey | undefined {
    return this.of(userName).find((key) => key.id === id);
  }

  remove(userName: string, id: string): StoredKey | undefined {
    const keys = this.of(userName);
    const at = keys.findIndex((key) => key.id === id);
    return at < 0 ? undefined : keys.splice(at, 1)[0];
  }

  /** The owner of the key with this value, if any. */
  owner(value: string): { userName: string; key: StoredKey } | undefined {
    for (const [userName, keys] of this.#byUser) {
      const key = keys.find((candidate) => candidate.value === value);
      if (key) return { userName, key };
    }
    return undefined;
  }
}
