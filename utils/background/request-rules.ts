import { browser } from 'wxt/browser';
import { hostsOf, type Portal } from '../stored/portals';

/**
 * Sets the headers that the extension's own requests to portals carry, and no other requests do.
 *
 * Some portals refuse a change whose `Origin` is not their own, to protect themselves against other web
 * sites. The extension is no web site, so its requests carry the portal's origin.
 *
 * Both browsers repeat a request by themselves, even a POST, when a reused connection dies without an
 * answer (RFC 9112, 9.3.1 allows that for safe methods only). A repeated POST could make a second key, so
 * no connection is reused.
 *
 * The rules last until the browser ends.
 */
export function updateRequestRules(portals: Pick<Portal, 'origin' | 'apiOrigin'>[]): Promise<void> {
  return navigator.locks.request('request rules', () => setRules(portals));
}

async function setRules(portals: Pick<Portal, 'origin' | 'apiOrigin'>[]): Promise<void> {
  const rules = browser.declarativeNetRequest;
  const self = new URL(browser.runtime.getURL('')).host;
  const hosts = portals.flatMap((portal) =>
    hostsOf(portal).map((host) => ({ host, origin: portal.origin })),
  );
  const before = await rules.getSessionRules();
  await rules.updateSessionRules({
    removeRuleIds: before.map(({ id }) => id),
    addRules: hosts.map(({ origin, host }, at) => ({
      id: at + 1,
      action: {
        type: 'modifyHeaders',
        requestHeaders: [
          { header: 'origin', operation: 'set', value: origin },
          { header: 'connection', operation: 'set', value: 'close' },
        ],
      },
      condition: {
        urlFilter: `|${host}/`,
        initiatorDomains: [self],
        resourceTypes: ['xmlhttprequest'],
      },
    })),
  });
}
