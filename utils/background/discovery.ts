import { readAddress } from '../portal/address';
import { PortalError, type Problem, problemOf } from '../portal/errors';
import { findKeys } from '../portal/find-routes';
import type { KeyRoutes } from '../portal/key-routes';
import { type PortalSession, sessionKey } from '../portal/session';
import { discoveries, type Portal, portals, remember } from '../stored/portals';
import { effectivePortal, learnedRoutes } from '../transport/effective-portal';
import { sessionHttp } from '../transport/portal-client';

const searches = new Map<string, Promise<KeyRoutes>>();

/**
 * Finds where a portal keeps its keys, and stores the routes. Two windows that ask at once share one search.
 * @returns routes that have answered with a list of keys
 * @throws PortalError `no-permission` if the portal is not connected; otherwise whatever the search throws
 */
export async function discover(session: PortalSession): Promise<KeyRoutes> {
  const all = await portals.getValue();
  const portal = all.find(({ origin }) => origin === session.origin);
  if (!portal) throw new PortalError({ kind: 'no-permission' });
  const { api } = effectivePortal(portal);
  const key = `${sessionKey(session)} ${api}`;
  const running =
    searches.get(key) ?? search(session, portal, all).finally(() => searches.delete(key));
  searches.set(key, running);
  return running;
}

async function search(session: PortalSession, portal: Portal, all: Portal[]): Promise<KeyRoutes> {
  const { origin } = portal;
  const { [origin]: known } = await discoveries.getValue();
  const { routes } = await findKeys(sessionHttp(session, portal), {
    origin,
    api: effectivePortal(portal).api,
    seen: known?.seen,
    endpoint: known?.endpoint,
    // Another connected portal is not a possible API host: its keys belong to that portal.
    mayOffer: (other) =>
      'origin' in readAddress(other) && !all.some((each) => each.origin === other),
    propose: (documented) => remember(origin, { documented }),
  });
  await remember(origin, learnedRoutes(routes, portal));
  return routes;
}

/** Discovers for a window. A message cannot carry an error, so this returns the problem, or `null`. */
export async function discoverFor(session: PortalSession): Promise<Problem | null> {
  try {
    await discover(session);
    return null;
  } catch (thrown) {
    return problemOf(thrown);
  }
}
