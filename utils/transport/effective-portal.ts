import { type CsrfPair, csrfPairs } from '../portal/csrf';
import { type KeyRoutes, routesAt } from '../portal/key-routes';
import type { Discovery, Portal, PortalOverrides } from '../stored/portals';

/** How a portal is talked to: what its person set, and where nothing was set, what was found out. */
export interface EffectivePortal {
  /** the API's host */
  api: string;
  routes: KeyRoutes | undefined;
  /** whether a list of keys has come from these routes before */
  confirmed: boolean;
  endpoint: string | null;
  /** the CSRF cookies to look for, with the header that repeats each */
  csrf: readonly CsrfPair[];
  /** paths on the API's host that may turn out to hold the keys */
  candidates: string[];
}

/** Puts together what was set and what was found out about a portal. What was set wins. */
export function effectivePortal(portal: Portal, discovery: Discovery = {}): EffectivePortal {
  const { origin, apiOrigin: api = origin, keysPath, csrfCookie, csrfHeader } = portal;
  const found = currentDiscovery(portal, discovery);
  const routes = found.routes ?? (keysPath ? routesAt(keysPath, 'set') : undefined);
  return {
    api,
    routes: routes && { ...routes, ...dialectOf(portal) },
    confirmed: found.routes !== undefined,
    endpoint: portal.endpoint ?? found.endpoint ?? null,
    csrf: csrfPairs(csrfCookie, csrfHeader),
    candidates: candidatePaths(portal, found),
  };
}

/**
 * Returns what still counts of what was found out: routes that were found on another API host, or that
 * are not the ones set, do not. So a changed setting needs no clearing up.
 */
export function currentDiscovery(portal: Portal, discovery: Discovery): Discovery {
  const { routes, ...others } = discovery;
  return routes && isCurrent(portal, discovery, routes) ? discovery : others;
}

function isCurrent({ origin, apiOrigin, keysPath }: Portal, { api }: Discovery, routes: KeyRoutes) {
  const host = apiOrigin ?? origin;
  if ((api ?? host) !== host) return false;
  return keysPath ? routes.list === keysPath : routes.from !== 'set';
}

function candidatePaths(portal: Portal, { seen = [], documented = [] }: Discovery): string[] {
  const { origin, apiOrigin: api = origin, keysPath } = portal;
  return [
    ...seen.map((address) => new URL(address, origin)),
    ...[...documented, ...(keysPath ? [keysPath] : [])].map((path) => new URL(path, api)),
  ]
    .filter((candidate) => candidate.origin === api)
    .map(({ pathname }) => pathname);
}

function dialectOf({ renameVerb, nameField, orgId }: PortalOverrides): Partial<KeyRoutes> {
  const verb = renameVerb?.toLowerCase();
  return {
    ...(verb === 'put' || verb === 'patch' ? { renameVerb: verb } : {}),
    ...(nameField ? { nameField } : {}),
    ...(orgId ? { orgId } : {}),
  };
}

/** Returns what was learned about a portal's routes, without what its person had set. */
export function learnedRoutes(routes: KeyRoutes, portal: Portal): Discovery {
  const learned = { ...routes };
  for (const field of ['renameVerb', 'nameField', 'orgId'] as const) {
    if (portal[field]) delete learned[field];
  }
  return { routes: learned, api: portal.apiOrigin ?? portal.origin };
}
