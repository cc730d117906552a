import { isRecord } from '../record';
import { PortalError } from './errors';
import { plain, plainFields } from './fields';

/** One API key as the portal lists it; its value is never part of it. */
export interface ApiKey {
  id: string;
  name: string;
  lastIp: string | null;
  /**
   * milliseconds since the epoch; `null` when the key was never used, `unknown` when the portal says when
   * in a way that cannot be read: such a key must not pass for one that was never used
   */
  lastActivity: number | 'unknown' | null;
}

/** What the answer to generating holds. */
export interface GeneratedKey {
  key: ApiKey;
  value: string;
}

/**
 * The portal's names for these fields are not public. Each list holds the plausible ones, most telling
 * first, written without case and separators: `lastIp`, `last_ip` and `LastIP` are all `lastip`.
 */
const FIELDS = {
  id: ['id', 'uuid', 'keyid', 'apikeyid'],
  name: ['name', 'keyname', 'apikeyname', 'displayname', 'label', 'title', 'description'],
  lastIp: ['lastip', 'lastipaddress', 'lastusedip', 'lastaccessip', 'lastrequesterip', 'ipaddress'],
  lastActivity: [
    'lastactivity',
    'lastactivitydate',
    'lastactivityat',
    'lastused',
    'lastusedat',
    'lastuseddate',
    'lastusedon',
    'lastaccess',
    'lastaccessed',
    'lastaccessdate',
  ],
  recordCount: ['recordcount', 'totalcount', 'total', 'totalrecords'],
  value: ['value', 'apikey', 'key', 'keyvalue', 'apikeyvalue', 'secret', 'secretkey', 'token'],
} as const;

/** Tells whether a field may be a key's name, however it is spelled. */
export const isNameField = (field: string): boolean =>
  (FIELDS.name as readonly string[]).includes(plain(field));

/** A key's value: printable and without spaces; 24 characters in all that is known, older ones may differ. */
const KEY_VALUE = /^[\x21-\x7e]{16,512}$/;

/**
 * Reads a list of keys out of whatever envelope it came in.
 * @throws PortalError `unrecognised` when it does not read as a list of keys
 */
export function readKeys(body: unknown): ApiKey[] {
  const list = findList(body);
  const keys = list?.map(readKey);
  if (!keys?.every((key) => key !== null)) throw new PortalError({ kind: 'unrecognised' });
  return keys;
}

/**
 * Reads the answer to generating a key: the only one that holds the key's value.
 * @throws PortalError `unknown-outcome` when the value cannot be read: the key may exist all the same
 */
export function readGenerated(body: unknown, name: string): GeneratedKey {
  const record = unwrap(body);
  const value = isRecord(record) ? text(fieldsOf(record)('value')) : null;
  if (!isRecord(record) || !value || !KEY_VALUE.test(value)) {
    throw new PortalError({ kind: 'unknown-outcome' });
  }
  // A value is worth showing even when nothing else of the answer can be read.
  const key = readKey({ name, ...record }) ?? { id: '', name, lastIp: null, lastActivity: null };
  return { key, value };
}

/** Tells whether a list shows where and when its entries were last used: then they are keys, wherever it is. */
export function showsUse(body: unknown): boolean {
  return Boolean(
    findList(body)?.some((entry) => {
      if (!isRecord(entry)) return false;
      const field = fieldsOf(entry);
      return field('lastIp') !== undefined && field('lastActivity') !== undefined;
    }),
  );
}

/** How many entries there are in all, where the portal gives its lists in pages. */
export function recordCount(body: unknown): number {
  const data = unwrap(body);
  const places = [isRecord(body) && body.metadata, body, data].filter(isRecord);
  const counts = places.map((place) => fieldsOf(place)('recordCount'));
  return counts.find((count) => typeof count === 'number') ?? 0;
}

/** What this portal calls a key's name in its lists; `undefined` when the list tells nothing. */
export function nameFieldOf(body: unknown): string | undefined {
  const entry = findList(body)?.find(isRecord);
  return entry && Object.keys(entry).find(isNameField);
}

/** Reads the ids in a list of anything, such as the organizations in an answer of `/organizations`. */
export function readIds(body: unknown): string[] {
  return (findList(body) ?? []).flatMap((entry) =>
    isRecord(entry) && typeof entry.id === 'string' && entry.id.isWellFormed() ? [entry.id] : [],
  );
}

/**
 * Reads the one account in an answer of `/users`; `null` when it lists several, as it does for people
 * who may read their organization's users, because then it does not tell which one is signed in.
 * @throws PortalError `unrecognised` when it is no list of users
 */
export function readAccount(body: unknown): string | null {
  const users = findList(body);
  if (!users?.every((user) => isRecord(user) && typeof user.userName === 'string')) {
    throw new PortalError({ kind: 'unrecognised' });
  }
  return users.length === 1 ? ((users[0] as { userName: string }).userName ?? null) : null;
}

function unwrap(body: unknown): unknown {
  return isRecord(body) && 'data' in body ? body.data : body;
}

/** Gives the one list in an answer, whatever envelope it came in. */
export function findList(body: unknown): unknown[] | undefined {
  const data = unwrap(body);
  if (Array.isArray(data)) return data;
  if (!isRecord(data)) return undefined;
  const lists = Object.values(data).filter(Array.isArray);
  return lists.length === 1 ? lists[0] : undefined;
}

function readKey(entry: unknown): ApiKey | null {
  if (!isRecord(entry)) return null;
  const field = fieldsOf(entry);
  const id = field('id');
  const name = field('name');
  const readableId = typeof id === 'number' ? String(id) : text(id);
  // Neither could be put into an address.
  if (readableId === null || /^\.{1,2}$/.test(readableId) || !readableId.isWellFormed())
    return null;
  if (typeof name !== 'string') return null;
  return {
    id: readableId,
    name,
    lastIp: text(field('lastIp')),
    lastActivity: readTime(field('lastActivity')),
  };
}

function fieldsOf(record: Record<string, unknown>): (name: keyof typeof FIELDS) => unknown {
  const fields = plainFields(record);
  return (name) => fields.get(FIELDS[name].find((candidate) => fields.has(candidate)) ?? '');
}

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' || trimmed === '-' ? null : trimmed;
}

/** The last time that a date can hold (ECMAScript, 21.4.1.1). */
const LAST_TIME = 8.64e15;

/** Seconds since the epoch stay below this until the year 5138; milliseconds passed it in 1973. */
const FIRST_MILLISECONDS = 1e11;

/**
 * Reads a time: ISO 8601, `YYYY-MM-DD HH:mm:ss`, or the epoch in seconds or milliseconds.
 * One without a zone is taken as UTC, in which the portal's documented times are.
 */
function readTime(value: unknown): ApiKey['lastActivity'] {
  if (typeof value === 'number') {
    const time = value < FIRST_MILLISECONDS ? value * 1000 : value;
    if (time <= 0) return null;
    return time <= LAST_TIME ? time : 'unknown';
  }
  const written = text(value);
  if (written === null) return typeof value === 'object' && value !== null ? 'unknown' : null;
  if (/^\d+$/.test(written)) return readTime(Number(written));
  const iso = written.replace(' ', 'T');
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`);
  return Number.isNaN(time) ? 'unknown' : time;
}
