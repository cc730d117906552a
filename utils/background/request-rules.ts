import { browser } from 'wxt/browser';
import { hostsOf, type Portal } from '../stored/portals';

/**
 * What the extension's own requests say about themselves, and no others do.
 *
 * Some portals refuse a change whose `Origin` is not their own, which protects them against other web
 * sites. The extension is no web site, so its requests carry the portal's origin.
 *
 * Both browsers send a request again by themselves, a POST too, when a connection that was used before
 * dies without an answer (RFC 9112, 9.3.1 allows that for safe methods alone). A second POST could make a
 * second key, so no connection is used twice.
 *
 * The rules last until the browser ends.
 */
export function speakAsPortal(portals: Pick<Portal, 'origin' | 'apiOrigin'>[]): Promise<void> {
  return navigator.locks.request('own requests', () => setRules(portals));
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
