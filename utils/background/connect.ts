import { hasAccess } from '../browser/permissions';
import { type Connecting, connecting } from '../stored/memory';
import { hostsOf, lastPortal, PORTAL_COLORS, portals } from '../stored/portals';
import { updateRequestRules } from './request-rules';

/**
 * Adds a portal, or adds the API's host to a connected portal. Does nothing without access to the hosts.
 */
export async function connect({ origin, label, apiOrigin }: Connecting): Promise<void> {
  const api = apiOrigin ? { apiOrigin } : {};
  if (!(await hasAccess(...hostsOf({ origin, ...api })))) return;
  // The rules must apply to the first request.
  await updateRequestRules([...(await portals.getValue()), { origin, ...api }]);
  await portals.update((all) => {
    if (all.some((portal) => portal.origin === origin))
      return all.map((portal) => (portal.origin === origin ? { ...portal, ...api } : portal));
    const unused = PORTAL_COLORS.find((color) => !all.some((portal) => portal.color === color));
    return [...all, { origin, label, color: unused ?? PORTAL_COLORS[0], ...api }];
  });
  await lastPortal.setValue(origin);
  await connecting.setValue(null);
}

/**
 * Finishes connecting the portal that a popup asked about: the browser may have closed the popup while it
 * asked the person.
 */
export async function finishConnecting(): Promise<void> {
  const pending = await connecting.getValue();
  if (pending) await connect(pending);
}
