import { send } from '../messages';
import type { PortalClient } from '../portal/client';
import { PortalError, type Problem } from '../portal/errors';
import type { KeyRoutes } from '../portal/key-routes';
import type { PortalSession } from '../portal/session';
import { discoveries } from '../stored/portals';
import { clientOf } from '../transport/portal-client';

/**
 * Returns a window's client for a session. It leaves searching for the keys to the background, so that all
 * windows share one search.
 * @throws PortalError `no-permission` if the portal is not connected or access to it was revoked
 */
export const windowClient = (session: PortalSession): Promise<PortalClient> =>
  clientOf(session, askBackground);

async function askBackground({ origin, store }: PortalSession): Promise<KeyRoutes> {
  const ask = () => send('discover', { origin, store });
  // A background that dies during a search is asked again; the next one starts over.
  const problem = await ask()
    .catch(ask)
    .catch((): Problem => ({ kind: 'interrupted' }));
  if (problem) throw new PortalError(problem);
  const { [origin]: found } = await discoveries.getValue();
  if (!found?.routes) throw new PortalError({ kind: 'not-found' });
  return found.routes;
}
