import { hasAccess } from '../browser/permissions';
import { createClient, type PortalClient } from '../portal/client';
import { PortalError } from '../portal/errors';
import type { Http } from '../portal/http';
import type { KeyRoutes } from '../portal/key-routes';
import { type PortalSession, sessionKey } from '../portal/session';
import { discoveries, hostsOf, type Portal, portals, remember } from '../stored/portals';
import { effectivePortal, learnedRoutes } from './effective-portal';
import { openTransport } from './open-transport';
import { type CarrierChoice, createSessionHttp, unknownChoice } from './session-http';

const choices = new Map<string, CarrierChoice>();

/** Returns what sends a portal's requests in one session. It never falls back to another session. */
export function sessionHttp(session: PortalSession, portal: Portal): Http {
  const key = sessionKey(session);
  const choice = choices.get(key) ?? unknownChoice();
  choices.set(key, choice);
  return createSessionHttp(openTransport(session, portal), choice);
}

/**
 * Returns a client for a connected portal.
 * @param find searches for the portal's keys; called if their routes are unknown or no longer right
 * @throws PortalError `no-permission` if the portal is not connected or access to it was revoked
 */
export async function clientOf(
  session: PortalSession,
  find: (session: PortalSession) => Promise<KeyRoutes>,
): Promise<PortalClient> {
  const { origin } = session;
  const [all, found] = await Promise.all([portals.getValue(), discoveries.getValue()]);
  const portal = all.find((each) => each.origin === origin);
  if (!portal || !(await hasAccess(...hostsOf(portal))))
    throw new PortalError({ kind: 'no-permission' });
  const { routes, confirmed } = effectivePortal(portal, found[origin]);
  return createClient(sessionHttp(session, portal), {
    routes,
    confirmed,
    find: () => find(session),
    remember: (learned) => remember(origin, learnedRoutes(learned, portal)),
  });
}
