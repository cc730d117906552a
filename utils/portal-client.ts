import { hasAccess } from './permissions';
import { createClient, type PortalClient } from './portal/client';
import { PortalError } from './portal/errors';
import { createHttp } from './portal/http';
import { discoveries, portals, remember } from './settings';

/**
 * Gives a client for a connected portal, with what is set and known of it.
 * @throws PortalError `no-permission` when the portal is not connected or its host was taken away
 */
export async function clientOf(origin: string): Promise<PortalClient> {
  const [all, found, granted] = await Promise.all([
    portals.getValue(),
    discoveries.getValue(),
    hasAccess(origin),
  ]);
  const portal = all.find((each) => each.origin === origin);
  if (!portal || !granted) throw new PortalError({ kind: 'no-permission' });
  return createClient(createHttp(origin), {
    set: portal.keysPath,
    found: found[origin]?.keysPath,
    remember: (keysPath) => remember(origin, { keysPath }),
  });
}
