import { browser } from 'wxt/browser';
import { hostsOf, type Portal } from '../stored/portals';

/**
 * Sets headers on the extension's own requests to portals, and on no others.
 *
 * `Origin`: some portals refuse a change whose origin is not their own, to protect against forged requests
 * from other sites. So the extension's requests carry the portal's origin.
 *
 * `Connection: close`: both browsers repeat a request, even a POST, when a reused connection dies before the
 * response (RFC 9112, 9.3.1 allows that for idempotent methods only). A repeated POST could create a second
 * key, so no connection is reused.
 *
 * The rules are session rules: they last until the browser closes.
 * @param portals the connected portals; earlier rules are replaced
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
    addRules: hosts.map(({ origin, host }, index) => ({
      id: index + 1,
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
