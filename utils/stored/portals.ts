import { storageItem } from '../browser/storage';
import type { KeyRoutes } from '../portal/key-routes';
import { isRecord } from '../record';
import { isListOf, isPath, isRoutes, isUrl } from './valid';

/** The colours that distinguish portals. Each portal also has a label, so colour is never the only sign. */
export const PORTAL_COLORS = ['blue', 'green', 'amber', 'red', 'violet', 'grey'] as const;
export type PortalColor = (typeof PORTAL_COLORS)[number];

/** A connected portal, identified by its origin. */
export interface Portal extends PortalOverrides {
  origin: string;
  label: string;
  color: PortalColor;
}

/** Settings of a portal that the person may enter. What is not set is discovered. */
export interface PortalOverrides {
  /** the API's origin, if it is not the portal's own, such as `https://api.example.com`; needs access */
  apiOrigin?: string;
  /** the path of the list of keys, such as `/rest/api_keys` */
  keysPath?: string;
  /** the API endpoint to copy */
  endpoint?: string;
  /** the HTTP method for renaming: PUT or PATCH, in upper or lower case */
  renameVerb?: string;
  /** the field for a key's name in requests */
  nameField?: string;
  /** the organization to name in requests */
  orgId?: string;
  /** the CSRF cookie, whose value a change repeats in `csrfHeader` */
  csrfCookie?: string;
  csrfHeader?: string;
}

const OVERRIDES = [
  'apiOrigin',
  'keysPath',
  'endpoint',
  'renameVerb',
  'nameField',
  'orgId',
  'csrfCookie',
  'csrfHeader',
] as const satisfies (keyof PortalOverrides)[];

/** What the extension discovered about a portal. It can be discovered again at any time. */
export interface Discovery {
  routes?: KeyRoutes;
  /** the API's origin when the routes were found */
  api?: string;
  /** API addresses that the portal's own page requested: paths or URLs */
  seen?: string[];
  /** paths from the portal's OpenAPI document */
  documented?: string[];
  endpoint?: string;
  /** `page` if the portal's page showed the endpoint, `api` if a documented API base answered */
  endpointFrom?: 'page' | 'api';
}

const storedPortals = storageItem('local', 'portals', (stored) => stored);

/** The connected portals, in the order they were connected. */
export const portals = {
  ...storageItem('local', 'portals', readPortals),
  /** Replaces the list with what the callback returns. Entries that this version cannot read are kept. */
  update: (change: (portals: Portal[]) => Portal[]): Promise<void> =>
    storedPortals.update((stored) => [
      ...change(readPortals(stored)),
      ...entries(stored).filter((entry) => !isPortal(entry)),
    ]),
};

/** What the extension discovered about each portal, by origin. */
export const discoveries = storageItem('local', 'discoveries', readDiscoveries);

/** The origin of the portal that was shown last; empty if none was. */
export const lastPortal = storageItem('local', 'lastPortal', (stored) =>
  typeof stored === 'string' ? stored : '',
);

/** Returns the origins that a portal needs access to: its own, and its API's if that is another one. */
export const hostsOf = ({ origin, apiOrigin }: Pick<Portal, 'origin' | 'apiOrigin'>): string[] =>
  apiOrigin ? [origin, apiOrigin] : [origin];

/**
 * Merges something new into what is known about a portal.
 * @param origin the portal
 * @param discovery the fields to replace
 */
export function remember(origin: string, discovery: Discovery): Promise<void> {
  return discoveries.update((all) => ({ ...all, [origin]: { ...all[origin], ...discovery } }));
}

/** Validates each entry on its own, so that one bad entry does not lose the others. */
function readPortals(stored: unknown): Portal[] {
  return entries(stored).filter(isPortal);
}

function entries(stored: unknown): unknown[] {
  if (stored === undefined) return [];
  return Array.isArray(stored) ? stored : [stored];
}

function isPortal(value: unknown): value is Portal {
  if (!isRecord(value)) return false;
  const { origin, label, color, apiOrigin = origin, keysPath, endpoint } = value;
  return (
    isUrl(origin) &&
    isUrl(apiOrigin) &&
    typeof label === 'string' &&
    PORTAL_COLORS.includes(color as PortalColor) &&
    OVERRIDES.every((field) => ['string', 'undefined'].includes(typeof value[field])) &&
    (keysPath === undefined || isPath(keysPath)) &&
    (endpoint === undefined || isUrl(endpoint))
  );
}

/** Drops each field that is not what this version would have written. */
function readDiscoveries(stored: unknown): Record<string, Discovery> {
  const all = isRecord(stored) ? Object.entries(stored) : [];
  return Object.fromEntries(
    all.map(([origin, found]) => [
      origin,
      Object.fromEntries(
        Object.entries(isRecord(found) ? found : {}).filter(([field, value]) =>
          DISCOVERY_FIELDS[field as keyof Discovery]?.(value),
        ),
      ),
    ]),
  );
}

const DISCOVERY_FIELDS: Record<keyof Discovery, (value: unknown) => boolean> = {
  routes: isRoutes,
  api: isUrl,
  seen: isListOf((each) => isPath(each) || isUrl(each)),
  documented: isListOf(isPath),
  endpoint: isUrl,
  endpointFrom: (value) => value === 'page' || value === 'api',
};
