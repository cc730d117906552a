import { isRecord } from '../record';
import { findList, unwrap } from './envelope';
import { PortalError } from './errors';
import { type Fields, normalizeFields, readText } from './fields';
import { fieldOf, hasField, isNameField } from './key-fields';
import { readTime } from './time';

/** One API key as the portal lists it, without its value. */
export interface ApiKey {
  id: string;
  name: string;
  lastIp: string | null;
  /**
   * Milliseconds since the epoch. `null` if the key was never used; `unknown` if the portal does not say, or
   * gives a time that cannot be read, because such a key must not look like one that was never used.
   */
  lastActivity: number | 'unknown' | null;
}

/** A key that was just generated, with its value. */
export interface GeneratedKey {
  key: ApiKey;
  value: string;
}

/** One answer to a request for keys: all of them, or one page. */
export interface KeyPage {
  keys: ApiKey[];
  /** how many keys there are on all pages; 0 if the portal does not say */
  total: number;
  /** what the portal calls a key's name; `undefined` for an empty list */
  nameField: string | undefined;
  /** whether an entry has both a last IP and a last activity, as only keys do */
  showsUse: boolean;
}

/**
 * Reads a list of keys, in any of the envelopes that portals put around it.
 * @param body an answer's JSON
 * @throws PortalError `unrecognised` if it is not a list, or an entry cannot be a key
 */
export function readListing(body: unknown): KeyPage {
  const list = findList(body);
  if (!list?.every(isRecord)) throw new PortalError({ kind: 'unrecognised' });
  const entries = list.map(normalizeFields);
  const tellsUse = entries.some((fields) => hasField(fields, 'lastActivity'));
  const keys = entries.map((fields) => readKey(fields, tellsUse));
  if (!keys.every((key) => key !== null)) throw new PortalError({ kind: 'unrecognised' });
  return {
    keys,
    total: recordCount(body),
    nameField: Object.keys(list[0] ?? {}).find(isNameField),
    showsUse: entries.some(
      (fields) => hasField(fields, 'lastIp') && hasField(fields, 'lastActivity'),
    ),
  };
}

/** Portals put the count in `metadata`, beside the list, or in the record around the list. */
function recordCount(body: unknown): number {
  const places = [isRecord(body) && body.metadata, body, unwrap(body)].filter(isRecord);
  const counts = places.map((place) => fieldOf(normalizeFields(place), 'recordCount'));
  return counts.find((count) => typeof count === 'number') ?? 0;
}

/** Printable, without spaces. Known values have 24 characters; older ones may differ. */
const KEY_VALUE = /^[\x21-\x7e]{16,512}$/;

/**
 * Reads the answer to generating a key, the only answer that holds a key's value.
 * @param body an answer's JSON
 * @param name the name that was asked for, in case the answer has none
 * @throws PortalError `unknown-outcome` if there is no readable value, because the key may exist anyway
 */
export function readGenerated(body: unknown, name: string): GeneratedKey {
  const record = unwrap(body);
  const fields = isRecord(record) ? normalizeFields({ name, ...record }) : new Map();
  const value = readText(fieldOf(fields, 'value', isKeyValue));
  if (!value) throw new PortalError({ kind: 'unknown-outcome' });
  // A value is worth showing even if nothing else in the answer can be read.
  const key = readKey(fields, true) ?? { id: '', name, lastIp: null, lastActivity: null };
  return { key, value };
}

const isKeyValue = (value: unknown) => KEY_VALUE.test(readText(value) ?? '');

/** @param tellsUse whether the portal says when keys were last used, so that a missing time means never */
function readKey(fields: Fields, tellsUse: boolean): ApiKey | null {
  const given = fieldOf(fields, 'id');
  const id = Number.isSafeInteger(given) ? String(given) : readText(given);
  const name = fieldOf(fields, 'name');
  // An id becomes part of a URL, which cannot hold a lone surrogate, nor `.` or `..` as a path segment.
  if (id === null || /^\.{1,2}$/.test(id) || !id.isWellFormed()) return null;
  if (typeof name !== 'string') return null;
  return {
    id,
    name,
    lastIp: readText(fieldOf(fields, 'lastIp')),
    lastActivity: tellsUse ? readTime(fieldOf(fields, 'lastActivity')) : 'unknown',
  };
}
