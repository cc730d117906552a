import type { ApiKey } from '../portal/schema';

/**
 * Returns the keys whose name or last IP contains every word of the query, in any order. Case and accents
 * are ignored.
 */
export function searchKeys(keys: ApiKey[], query: string): ApiKey[] {
  const words = normalizeQuery(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return keys;
  return keys.filter((key) => {
    const text = normalizeQuery(`${key.name} ${key.lastIp ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

const normalizeQuery = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
