import { type Problem, problemOf } from './portal/errors';
import { createHttp } from './portal/http';
import type { KeyRoutes } from './portal/key-routes';
import { findKeys } from './portal/routes';
import { discoveries, remember } from './settings';

const searches = new Map<string, Promise<KeyRoutes>>();

/**
 * Finds where a portal keeps its keys, and remembers it. Two windows that ask at once share one search.
 * @throws PortalError as the search does
 */
export function discover(origin: string): Promise<KeyRoutes> {
  const running = searches.get(origin) ?? search(origin).finally(() => searches.delete(origin));
  searches.set(origin, running);
  return running;
}

async function search(origin: string): Promise<KeyRoutes> {
  const { [origin]: known } = await discoveries.getValue();
  const { routes } = await findKeys(createHttp(origin), origin, known?.seen ?? []);
  await remember(origin, { routes });
  return routes;
}

/** The same for a window, which cannot be sent an error: gives the problem, or `null`. */
export async function discoverFor({ origin }: { origin: string }): Promise<Problem | null> {
  try {
    await discover(origin);
    return null;
  } catch (thrown) {
    return problemOf(thrown);
  }
}
