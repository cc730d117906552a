import { browser } from 'wxt/browser';
import { isRecord } from './record';

/** Tells whether a page's portal is connected. It reads nothing else of the portals, as it is loaded into pages. */
export async function isConnected(origin: string): Promise<boolean> {
  const { portals } = await browser.storage.local.get('portals');
  return Array.isArray(portals) && portals.some((one) => isRecord(one) && one.origin === origin);
}
