import { browser } from 'wxt/browser';
import { hasAccess, hostPattern } from '../browser/permissions';
import type { Portal } from '../stored/portals';

const SCRIPT = { id: 'credentials', file: '/content-scripts/credentials.js' } as const;

/**
 * Registers the content script for the connected portals, and injects it into their open tabs. Browsers
 * sometimes drop registrations, so this may be called at any time; it does nothing if all is up to date.
 */
export function updateContentScripts(portals: Portal[]): Promise<void> {
  return navigator.locks.request('portal pages', () => register(portals));
}

async function register(portals: Portal[]): Promise<void> {
  const granted = await Promise.all(portals.map(({ origin }) => hasAccess(origin)));
  const matches = [
    ...new Set(
      portals.filter((_, index) => granted[index]).map(({ origin }) => hostPattern(origin)),
    ),
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
