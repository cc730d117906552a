import { hasAccess } from '../browser/permissions';
import { type Connecting, connecting } from '../stored/memory';
import { forgetRoutes, hostsOf, lastPortal, PORTAL_COLORS, portals } from '../stored/portals';
import { speakAsPortal } from './request-rules';

/** Adds a portal whose hosts were granted, or adds its API's host to one that is there already. */
export async function connect({ origin, label, apiOrigin }: Connecting): Promise<void> {
  const api = apiOrigin ? { apiOrigin } : {};
  if (!(await hasAccess(...hostsOf({ origin, ...api })))) return;
  const before = await portals.getValue();
  // From its first request on, the extension speaks to a portal by these rules.
  await speakAsPortal([...before, { origin, ...api }]);
  if (apiOrigin && before.some((each) => each.origin === origin && each.apiOrigin !== apiOrigin))
    await forgetRoutes(origin);
  await portals.update((all) => {
    if (all.some((portal) => portal.origin === origin))
      return all.map((portal) => (portal.origin === origin ? { ...portal, ...api } : portal));
    const unused = PORTAL_COLORS.find((color) => !all.some((portal) => portal.color === color));
    return [...all, { origin, label, color: unused ?? PORTAL_COLORS[0], ...api }];
  });
  await lastPortal.setValue(origin);
  await connecting.setValue(null);
}

/** Finishes what a popup began: the browser may have closed it when it asked the person. */
export async function finishConnecting(): Promise<void> {
  const asked = await connecting.getValue();
  if (asked) await connect(asked);
}
