import { readAddress } from '../portal/address';
import { type Problem, problemOf } from '../portal/errors';
import { findKeys } from '../portal/find-routes';
import type { KeyRoutes } from '../portal/key-routes';
import { discoveries, type Portal, portals, remember } from '../stored/portals';
import { httpOf, type PortalSession } from '../transport/portal-client';

const searches = new Map<string, Promise<KeyRoutes>>();

/**
 * Finds where a portal keeps its keys, and remembers it. Two windows that ask at once share one search.
 * @throws PortalError as the search does
 */
export async function discover(session: PortalSession): Promise<KeyRoutes> {
  const all = await portals.getValue();
  const api = all.find(({ origin }) => origin === session.origin)?.apiOrigin ?? session.origin;
  const name = `${session.origin} ${session.tab} ${api}`;
  const running =
    searches.get(name) ?? search(session, all, api).finally(() => searches.delete(name));
  searches.set(name, running);
  return running;
}

async function search(session: PortalSession, all: Portal[], api: string): Promise<KeyRoutes> {
  const { origin } = session;
  const { [origin]: known } = await discoveries.getValue();
  const portal = all.find((each) => each.origin === origin);
  const { routes } = await findKeys(httpOf(session, portal ?? {}), {
    origin,
    api,
    seen: known?.seen,
    endpoint: known?.endpoint,
    // Another portal's keys are asked for in that one's own name alone.
    mayOffer: (other) =>
      'origin' in readAddress(other) && !all.some((each) => each.origin === other),
    propose: (documented) => remember(origin, { documented }),
  });
  await remember(origin, { routes });
  return routes;
}

/** The same for a window, which cannot be sent an error: gives the problem, or `null`. */
export async function discoverFor(session: PortalSession): Promise<Problem | null> {
  try {
    await discover(session);
    return null;
  } catch (thrown) {
    return problemOf(thrown);
  }
}
