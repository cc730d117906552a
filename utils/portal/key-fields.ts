import { type Fields, normalizeFieldName } from './fields';

/**
 * The portal's field names are not public. Each list holds normalized candidates, best first.
 */
const CANDIDATES = {
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

/**
 * Returns a field's value, whatever the portal calls that field.
 * @param fields a record's fields by normalized name
 * @param field which of a key's fields to read
 * @param fits whether a value can be the field's; a candidate that does not fit is skipped
 * @returns the value of the best candidate that fits, or `undefined` if there is none
 */
export function fieldOf(
  fields: Fields,
  field: keyof typeof CANDIDATES,
  fits: (value: unknown) => boolean = (value) => value != null,
): unknown {
  return CANDIDATES[field].map((candidate) => fields.get(candidate)).find(fits);
}

/** Whether a record has a field, even an empty one. */
export const hasField = (fields: Fields, field: keyof typeof CANDIDATES): boolean =>
  CANDIDATES[field].some((candidate) => fields.has(candidate));

/** Whether a field's name, in any spelling, is one that may hold a key's name. */
export const isNameField = (name: string): boolean =>
  (CANDIDATES.name as readonly string[]).includes(normalizeFieldName(name));
