import { speakAsPortal } from './own-requests';
import { hasAccess } from './permissions';
import { connecting } from './session';
import { lastPortal, PORTAL_COLORS, portals } from './settings';

/**
 * Adds a portal whose host was granted, unless it is there already.
 * @param origin the portal
 * @param label its name to begin with
 */
export async function connect(origin: string, label: string): Promise<void> {
  if (!(await hasAccess(origin))) return;
  // From its first request on, the extension speaks to a portal by these rules.
  await speakAsPortal([...(await portals.getValue()), { origin }]);
  await portals.update((all) => {
    if (all.some((portal) => portal.origin === origin)) return all;
    const unused = PORTAL_COLORS.find((color) => !all.some((portal) => portal.color === color));
    return [...all, { origin, label, color: unused ?? PORTAL_COLORS[0] }];
  });
  await lastPortal.setValue(origin);
  await connecting.setValue(null);
}

/** Finishes what a popup began: the browser may have closed it when it asked the person. */
export async function finishConnecting(): Promise<void> {
  const asked = await connecting.getValue();
  if (asked) await connect(asked.origin, asked.label);
}
