import { type Problem, problemOf } from './portal/errors';
import type { KeyRoutes } from './portal/key-routes';
import { findKeys } from './portal/routes';
import { httpOf, type PortalSession } from './portal-client';
import { discoveries, portals, remember } from './settings';

const searches = new Map<string, Promise<KeyRoutes>>();

/**
 * Finds where a portal keeps its keys, and remembers it. Two windows that ask at once share one search.
 * @throws PortalError as the search does
 */
export function discover(session: PortalSession): Promise<KeyRoutes> {
  const name = `${session.origin} ${session.tab}`;
  const running = searches.get(name) ?? search(session).finally(() => searches.delete(name));
  searches.set(name, running);
  return running;
}

async function search(session: PortalSession): Promise<KeyRoutes> {
  const { origin } = session;
  const [all, { [origin]: known }] = await Promise.all([
    portals.getValue(),
    discoveries.getValue(),
  ]);
  const portal = all.find((each) => each.origin === origin);
  const http = httpOf(session, portal ?? {});
  const { routes } = await findKeys(http, origin, known?.seen ?? [], (documented) =>
    remember(origin, { documented }),
  );
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
