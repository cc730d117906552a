import { readLocal } from '../browser/storage';
import { isRecord } from '../record';
import { readWaitMinutes } from './preferences';

/**
 * Returns the settings that the content script needs. This file is loaded into pages, so it imports as
 * little as possible.
 * @param origin the page's origin
 * @returns whether that portal is connected, and for how many minutes a new key's value is kept
 */
export async function pageSettings(
  origin: string,
): Promise<{ connected: boolean; waitMinutes: number }> {
  const { portals, preferences } = await readLocal('portals', 'preferences');
  const isThis = (portal: unknown) => isRecord(portal) && portal.origin === origin;
  return {
    connected: Array.isArray(portals) && portals.some(isThis),
    waitMinutes: readWaitMinutes(preferences),
  };
}
