import { send } from './messages';
import { hasAccess } from './permissions';
import { createClient, type PortalClient } from './portal/client';
import { PortalError } from './portal/errors';
import { createHttp } from './portal/http';
import { type KeyRoutes, routesAt } from './portal/key-routes';
import { discoveries, portals, remember } from './settings';

/**
 * Gives a client for a connected portal, with what is set and known of it.
 * @param find looks for the place of its keys; the background does, so that only one search goes on
 * @throws PortalError `no-permission` when the portal is not connected or its host was taken away
 */
export async function clientOf(
  origin: string,
  find: (origin: string) => Promise<KeyRoutes> = askBackground,
): Promise<PortalClient> {
  const [all, found, granted] = await Promise.all([
    portals.getValue(),
    discoveries.getValue(),
    hasAccess(origin),
  ]);
  const portal = all.find((each) => each.origin === origin);
  if (!portal || !granted) throw new PortalError({ kind: 'no-permission' });
  const last = found[origin]?.routes;
  const set = portal.keysPath ? routesAt(portal.keysPath, 'set') : undefined;
  const confirmed = last !== undefined && (!set || last.list === set.list);
  return createClient(createHttp(origin), {
    routes: confirmed ? last : set,
    confirmed,
    find: () => find(origin),
    remember: (routes) => remember(origin, { routes }),
  });
}

async function askBackground(origin: string): Promise<KeyRoutes> {
  const problem = await send('discover', { origin });
  if (problem) throw new PortalError(problem);
  const { [origin]: found } = await discoveries.getValue();
  if (!found?.routes) throw new PortalError({ kind: 'not-found' });
  return found.routes;
}
