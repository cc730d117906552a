import { browser } from 'wxt/browser';
import { hasAccess, hostPattern } from '../browser/permissions';
import type { Portal } from '../stored/portals';

const SCRIPT = { id: 'credentials', file: '/content-scripts/credentials.js' } as const;

/**
 * Has the copy buttons added to the pages of the connected portals: to those opened from now on, and to
 * those that are open already. The browsers forget registrations at times, so this may be called again.
 */
export function watchPortalPages(portals: Portal[]): Promise<void> {
  return navigator.locks.request('portal pages', () => register(portals));
}

async function register(portals: Portal[]): Promise<void> {
  const granted = await Promise.all(portals.map(({ origin }) => hasAccess(origin)));
  const matches = [
    ...new Set(portals.filter((_, at) => granted[at]).map(({ origin }) => hostPattern(origin))),
  ];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT.id] });
  if (registered && sameSet(registered.matches ?? [], matches)) return;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT.id] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT.id,
      matches,
      js: [SCRIPT.file],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(({ id = -1 }) =>
      browser.scripting.executeScript({ target: { tabId: id }, files: [SCRIPT.file] }),
    ),
  );
}

const sameSet = (one: string[], other: string[]) =>
  one.length === other.length && one.every((each) => other.includes(each));
