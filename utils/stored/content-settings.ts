import { readLocal } from '../browser/storage';
import { isRecord } from '../record';
import { readWaitMinutes } from './preferences';

/**
 * Reads what the script in a portal's page needs of the settings, and no more, as that is loaded into
 * pages: whether its portal is connected, and for how many minutes a value waits.
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
