import { send } from '../messages';
import type { PortalClient } from '../portal/client';
import { PortalError } from '../portal/errors';
import type { KeyRoutes } from '../portal/key-routes';
import { discoveries } from '../stored/portals';
import { clientOf, type PortalSession } from '../transport/portal-client';

/** Gives a window's client for a portal; the background searches for it, so that one search goes on. */
export const windowClient = (session: PortalSession): Promise<PortalClient> =>
  clientOf(session, askBackground);

async function askBackground({ origin, tab }: PortalSession): Promise<KeyRoutes> {
  const problem = await send('discover', { origin, tab });
  if (problem) throw new PortalError(problem);
  const { [origin]: found } = await discoveries.getValue();
  if (!found?.routes) throw new PortalError({ kind: 'not-found' });
  return found.routes;
}
