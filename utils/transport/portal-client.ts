import { hasAccess } from '../browser/permissions';
import { portalTab } from '../browser/tabs';
import { createClient, type PortalClient } from '../portal/client';
import { PortalError } from '../portal/errors';
import { createHttp, type Http } from '../portal/http';
import { type KeyRoutes, routesAt } from '../portal/key-routes';
import {
  discoveries,
  hostsOf,
  type Portal,
  type PortalOverrides,
  portals,
  remember,
} from '../stored/portals';
import { csrfHeadersOf } from './csrf';
import { createSessionHttp, type SessionChoice } from './session-http';

/** Which session of a portal is meant. */
export interface PortalSession {
  origin: string;
  /** a tab with a session of its own, as text; empty for the browser's ordinary session */
  tab: string;
}

const choices = new Map<string, SessionChoice>();

/** Carries requests in one session. An own session is never exchanged for the ordinary one. */
export function httpOf({ origin, tab }: PortalSession, set: PortalOverrides): Http {
  // Few sessions need a tab, so no window waits for what that takes.
  const through = async (id: number) => (await import('./tab-http')).tabHttp(id, origin, set);
  if (tab) return createSessionHttp(null, () => through(Number(tab)), { viaTab: true });
  const choice = choices.get(origin) ?? { viaTab: false };
  choices.set(origin, choice);
  const direct = createHttp(
    set.apiOrigin ?? origin,
    fetch,
    () => csrfHeadersOf(origin, set),
    origin,
  );
  const viaTab = async () => {
    const open = await portalTab(origin);
    return open === null ? null : through(open);
  };
  return createSessionHttp(direct, viaTab, choice);
}

/**
 * Gives a client for a connected portal, with what is set and known of it.
 * @param find looks for the place of its keys
 * @throws PortalError `no-permission` when the portal is not connected or its host was taken away
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
  const last = found[origin]?.routes;
  const set = portal.keysPath ? routesAt(portal.keysPath, 'set') : undefined;
  const confirmed = last !== undefined && (!set || last.list === set.list);
  const routes = confirmed ? last : set;
  return createClient(httpOf(session, portal), {
    routes: routes && { ...routes, ...dialectOf(portal) },
    confirmed,
    find: () => find(session),
    remember: (learned) => remember(origin, { routes: withoutSet(learned, portal) }),
  });
}

/** What was set must not pass for found when it is no longer set. */
function withoutSet(routes: KeyRoutes, portal: Portal): KeyRoutes {
  const found = { ...routes };
  for (const field of ['renameVerb', 'nameField', 'orgId'] as const) {
    if (portal[field]) delete found[field];
  }
  return found;
}

/** What a person set about a portal's dialect goes before what was found out. */
function dialectOf({ renameVerb, nameField, orgId }: PortalOverrides): Partial<KeyRoutes> {
  const verb = renameVerb?.toLowerCase();
  return {
    ...(verb === 'put' || verb === 'patch' ? { renameVerb: verb } : {}),
    ...(nameField ? { nameField } : {}),
    ...(orgId ? { orgId } : {}),
  };
}
