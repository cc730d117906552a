import { browser } from 'wxt/browser';
import type { Portal } from './settings';

/**
 * Some portals refuse a change whose `Origin` is not their own, which protects them against other web
 * sites. The extension is no web site, so its own requests to a portal, and no others, carry the
 * portal's origin. The rules last until the browser ends.
 */
export function speakAsPortal(portals: Portal[]): Promise<void> {
  return navigator.locks.request('own requests', () => setRules(portals));
}

async function setRules(portals: Portal[]): Promise<void> {
  const rules = browser.declarativeNetRequest;
  const self = new URL(browser.runtime.getURL('')).host;
  const before = await rules.getSessionRules();
  await rules.updateSessionRules({
    removeRuleIds: before.map(({ id }) => id),
    addRules: portals.map(({ origin }, at) => ({
      id: at + 1,
      action: {
        type: 'modifyHeaders',
        requestHeaders: [{ header: 'origin', operation: 'set', value: origin }],
      },
      condition: {
        urlFilter: `|${origin}/`,
        initiatorDomains: [self],
        resourceTypes: ['xmlhttprequest'],
      },
    })),
  });
}
