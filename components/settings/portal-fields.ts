import { type MessageKey, t } from '../../utils/browser/i18n';
import { readAddress } from '../../utils/portal/address';
import type { RouteSource } from '../../utils/portal/key-routes';
import type { Discovery, PortalOverrides } from '../../utils/stored/portals';
import { isPath, isUrl } from '../../utils/stored/valid';

/** One thing about a portal that is found out unless a person sets it. Its label is named like it. */
export interface OptionalField {
  name: keyof PortalOverrides;
  /** what was found out, or what it is for */
  hint(discovery: Discovery): string;
  isRight(text: string): boolean;
  /** what to say when it is not */
  malformed: MessageKey;
}

const FOUND_BY = {
  page: 'foundByPage',
  openapi: 'foundByOpenapi',
  probe: 'foundByProbe',
  set: 'foundBySet',
} as const satisfies Record<RouteSource, MessageKey>;

const ENDPOINT_FROM = { page: 'endpointFromPage', api: 'endpointFromApi' } as const;

const found = (learned: string | undefined, otherwise: MessageKey) =>
  learned ? t('found', learned) : t(otherwise);

/** Whether a text is an origin and nothing more. */
const sameAddress = (text: string) => {
  const read = readAddress(text);
  return 'origin' in read && read.origin === text.replace(/\/$/, '');
};

const isWord = (text: string) => /^[\w-]{1,100}$/.test(text);

/** The places that are worth a look on any portal, and what only an unusual one needs. */
export const OPTIONAL_FIELDS: Record<'places' | 'dialect', OptionalField[]> = {
  places: [
    {
      name: 'keysPath',
      hint: ({ routes }) => (routes ? t(FOUND_BY[routes.from], routes.list) : t('keysPathHint')),
      isRight: isPath,
      malformed: 'keysPathMalformed',
    },
    {
      name: 'apiOrigin',
      hint: () => t('apiOriginHint'),
      isRight: (text) => /^https?:/.test(text) && sameAddress(text),
      malformed: 'apiOriginMalformed',
    },
    {
      name: 'endpoint',
      hint: ({ endpoint, endpointFrom = 'api' }) =>
        endpoint ? t(ENDPOINT_FROM[endpointFrom], endpoint) : t('endpointHint'),
      isRight: (text) => /^https?:/.test(text) && isUrl(text),
      malformed: 'endpointMalformed',
    },
  ],
  dialect: [
    {
      name: 'renameVerb',
      hint: ({ routes }) => found(routes?.renameVerb?.toUpperCase(), 'renameVerbHint'),
      isRight: (text) => /^(put|patch)$/i.test(text),
      malformed: 'renameVerbMalformed',
    },
    {
      name: 'nameField',
      hint: ({ routes }) => found(routes?.nameField, 'nameFieldHint'),
      isRight: isWord,
      malformed: 'fieldMalformed',
    },
    {
      name: 'orgId',
      hint: ({ routes }) => found(routes?.orgId, 'orgIdHint'),
      isRight: isWord,
      malformed: 'fieldMalformed',
    },
    {
      name: 'csrfCookie',
      hint: () => t('csrfCookieHint'),
      isRight: isWord,
      malformed: 'fieldMalformed',
    },
    {
      name: 'csrfHeader',
      hint: () => t('csrfHeaderHint'),
      isRight: isWord,
      malformed: 'fieldMalformed',
    },
  ],
};
