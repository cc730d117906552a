import { hasAccess } from '../browser/permissions';
import { type Connecting, connecting } from '../stored/memory';
import { hostsOf, lastPortal, PORTAL_COLORS, portals } from '../stored/portals';
import { updateRequestRules } from './request-rules';

/** Adds a portal once its hosts are granted, or adds its API's host to a connected portal. */
export async function connect({ origin, label, apiOrigin }: Connecting): Promise<void> {
  const api = apiOrigin ? { apiOrigin } : {};
  if (!(await hasAccess(...hostsOf({ origin, ...api })))) return;
  // The rules must hold from the first request on.
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

/** Finishes what a popup began: the browser may have closed it while the person was asked. */
export async function finishConnecting(): Promise<void> {
  const asked = await connecting.getValue();
  if (asked) await connect(asked);
}
