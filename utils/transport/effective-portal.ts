import { type CsrfPair, csrfPairs } from '../portal/csrf';
import { type KeyRoutes, routesAt } from '../portal/key-routes';
import type { Discovery, Portal, PortalOverrides } from '../stored/portals';

/** How to talk to a portal: what the person set, otherwise what was discovered. */
export interface EffectivePortal {
  /** the API's origin */
  api: string;
  /** where the keys are; `undefined` if that is neither set nor discovered */
  routes: KeyRoutes | undefined;
  /** whether these routes have answered with a list of keys before */
  confirmed: boolean;
  /** the API endpoint to copy; `null` if it is unknown */
  endpoint: string | null;
  /** the CSRF cookies to look for, each with its header */
  csrf: readonly CsrfPair[];
  /** paths on the API's host where the keys may be */
  candidates: string[];
}

/** Combines what was set and what was discovered. What was set wins. */
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
 * Returns the discovery without what is outdated: routes that were found on another API host or differ from
 * what was set, and an endpoint that was assumed on another API host. So nothing has to be cleaned up when
 * a setting changes.
 */
export function currentDiscovery(portal: Portal, discovery: Discovery): Discovery {
  const { routes, api, endpoint, endpointFrom, ...others } = discovery;
  const host = portal.apiOrigin ?? portal.origin;
  const hasRoutes = routes && (api ?? host) === host && isSetOrFound(routes, portal);
  const hasEndpoint = endpoint && (endpointFrom !== 'api' || new URL(endpoint).origin === host);
  return {
    ...others,
    ...(hasRoutes ? { routes } : {}),
    ...(api ? { api } : {}),
    ...(hasEndpoint ? { endpoint } : {}),
    ...(hasEndpoint && endpointFrom ? { endpointFrom } : {}),
  };
}

const isSetOrFound = ({ list, from }: KeyRoutes, { keysPath }: Portal) =>
  keysPath ? list === keysPath : from !== 'set';

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

/** Returns the discovery to store for routes that answered, without the fields that the person set. */
export function learnedRoutes(routes: KeyRoutes, portal: Portal): Discovery {
  const learned = { ...routes };
  for (const field of ['renameVerb', 'nameField', 'orgId'] as const) {
    if (portal[field]) delete learned[field];
  }
  return { routes: learned, api: portal.apiOrigin ?? portal.origin };
}
