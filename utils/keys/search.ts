import type { ApiKey } from '../portal/schema';

/**
 * Gives the keys in whose name or last IP every word of the query stands, in any order.
 * Case and accents do not matter.
 */
export function searchKeys(keys: ApiKey[], query: string): ApiKey[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return keys;
  return keys.filter((key) => {
    const text = plain(`${key.name} ${key.lastIp ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
