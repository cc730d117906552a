import { isRecord } from '../record';

/** Returns what an answer holds under `data`, or the answer itself if it has no `data`. */
export function unwrap(body: unknown): unknown {
  return isRecord(body) && 'data' in body ? body.data : body;
}

/**
 * Returns the list in an answer: the answer itself, its `data`, or the only list among the fields of either.
 * @returns `undefined` if there is no list, or more than one
 */
export function findList(body: unknown): unknown[] | undefined {
  const data = unwrap(body);
  if (Array.isArray(data)) return data;
  if (!isRecord(data)) return undefined;
  const lists = Object.values(data).filter(Array.isArray);
  return lists.length === 1 ? lists[0] : undefined;
}

/**
 * Returns the ids in a list of anything, such as the organizations in an answer of `/organizations`.
 * Entries without a text `id` are skipped, as are ids that no URL can hold.
 */
export function readIds(body: unknown): string[] {
  return (findList(body) ?? []).flatMap((entry) =>
    isRecord(entry) && typeof entry.id === 'string' && entry.id.isWellFormed() ? [entry.id] : [],
  );
}
