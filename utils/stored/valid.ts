import type { KeyRoutes, RouteSource } from '../portal/key-routes';
import { isRecord } from '../record';

/*
 * Validates what is read from disk. A page that has taken over its content script can write there, so nothing
 * may be used that would break a window, or send a change to another path than the list's.
 */

/** Whether a value is an http or https URL. */
export const isUrl = (value: unknown): value is string =>
  typeof value === 'string' &&
  URL.canParse(value) &&
  // Parsed, because a page may show its endpoint with a scheme in capitals.
  /^https?:$/.test(new URL(value).protocol);

/** Whether a value is a path on a host, without a query. */
export const isPath = (value: unknown): value is string =>
  typeof value === 'string' && /^\/(?!\/)[^\s?#\\]*$/.test(value);

/** Returns a check of lists whose entries all pass a check. */
export const isListOf =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(check);

const SOURCES: Record<RouteSource, true> = { set: true, page: true, openapi: true, probe: true };

/** Whether a value holds the routes of keys, each key directly below the list. */
export function isRoutes(value: unknown): value is KeyRoutes {
  if (!isRecord(value)) return false;
  const { list, item, renameVerb = 'put', nameField = '', orgId = '', from } = value;
  return (
    isPath(list) &&
    item === `${list.replace(/\/$/, '')}/{id}` &&
    ['put', 'patch'].includes(renameVerb as string) &&
    typeof nameField === 'string' &&
    typeof orgId === 'string' &&
    Object.hasOwn(SOURCES, String(from))
  );
}
