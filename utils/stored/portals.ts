import { storageItem } from '../browser/storage';
import type { KeyRoutes } from '../portal/key-routes';
import { isRecord } from '../record';

/** The colours a portal can be told apart by; its label says the same in words. */
export const PORTAL_COLORS = ['blue', 'green', 'amber', 'red', 'violet', 'grey'] as const;
export type PortalColor = (typeof PORTAL_COLORS)[number];

/** A portal that the person connected. Its origin is its identity. */
export interface Portal extends PortalOverrides {
  origin: string;
  label: string;
  color: PortalColor;
}

/** What is found out about a portal unless it is set by hand. */
export interface PortalOverrides {
  /** the API's host, where it is not the pages' own: agreed to, such as `https://api.example.com` */
  apiOrigin?: string;
  /** where this portal keeps its keys, such as `/rest/api_keys` */
  keysPath?: string;
  /** the API endpoint to copy */
  endpoint?: string;
  /** PUT or PATCH, in any case */
  renameVerb?: string;
  /** what a key's name is called in requests */
  nameField?: string;
  /** the organization to name in requests */
  orgId?: string;
  /** the cookie that a change echoes, and the header in which it does */
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

/** What was found out about a portal, as opposed to what was set: it may be found again at any time. */
export interface Discovery {
  routes?: KeyRoutes;
  /** the API host on which the routes were found */
  api?: string;
  /** API addresses that the portal's own page was seen to ask for */
  seen?: string[];
  /** addresses that the portal's OpenAPI document gives */
  documented?: string[];
  endpoint?: string;
  /** whether the endpoint was read on the portal's page, or is the documented API that answered */
  endpointFrom?: 'page' | 'api';
}

const storedPortals = storageItem('local', 'portals', (stored) => stored);

/** The connected portals, in the order in which they were connected. */
export const portals = {
  ...storageItem('local', 'portals', readPortals),
  /** Changes the list; what this version cannot read stays as it is. */
  update: (change: (portals: Portal[]) => Portal[]): Promise<void> =>
    storedPortals.update((stored) => [
      ...change(readPortals(stored)),
      ...entries(stored).filter((entry) => !isPortal(entry)),
    ]),
};

export const discoveries = storageItem('local', 'discoveries', (stored) =>
  isRecord(stored) ? (stored as Record<string, Discovery>) : {},
);

/** The origin of the portal that was shown last. */
export const lastPortal = storageItem('local', 'lastPortal', (stored) =>
  typeof stored === 'string' ? stored : '',
);

/** The hosts that a portal needs: its own, and its API's where that is another one. */
export const hostsOf = ({ origin, apiOrigin }: Pick<Portal, 'origin' | 'apiOrigin'>): string[] =>
  apiOrigin ? [origin, apiOrigin] : [origin];

/** Adds to what is known of a portal. */
export function remember(origin: string, discovery: Discovery): Promise<void> {
  return discoveries.update((all) => ({ ...all, [origin]: { ...all[origin], ...discovery } }));
}

/** Reads what is stored entry by entry, so that one that cannot be read does not cost the others. */
function readPortals(stored: unknown): Portal[] {
  return entries(stored).filter(isPortal);
}

function entries(stored: unknown): unknown[] {
  if (stored === undefined) return [];
  return Array.isArray(stored) ? stored : [stored];
}

function isPortal(value: unknown): value is Portal {
  return (
    isRecord(value) &&
    typeof value.origin === 'string' &&
    URL.canParse(value.origin) &&
    typeof value.label === 'string' &&
    PORTAL_COLORS.includes(value.color as PortalColor) &&
    OVERRIDES.every((field) => ['string', 'undefined'].includes(typeof value[field])) &&
    URL.canParse((value.apiOrigin as string | undefined) ?? value.origin)
  );
}
