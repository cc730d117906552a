import { browser } from 'wxt/browser';
import { hostPattern } from './permissions';

/** The web page in front, as far as the browser lets the extension see it. */
export interface ActiveTab {
  id: number;
  origin: string;
  /** the tab's cookie store, as `cookieStoreOf` names it */
  store: string;
}

/** Returns the web page in front, or `null` when it is no web page or out of sight. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || !tab.url || !/^https?:/.test(tab.url)) return null;
  return { id: tab.id, origin: new URL(tab.url).origin, store: cookieStoreOf(tab) };
}

/** What tells a tab's cookie store; Chromium's tabs have no `cookieStoreId`. */
interface StoreTab {
  cookieStoreId?: string | undefined;
  incognito: boolean;
}

/**
 * Names a tab's cookie store: `private` in a private window, a container's id in a Firefox container, and
 * empty for the browser's ordinary store.
 */
export function cookieStoreOf({ cookieStoreId, incognito }: StoreTab): string {
  return incognito ? 'private' : storeNamed(cookieStoreId);
}

/** The browsers' own ids of cookie stores, Firefox's and Chromium's. */
const STORES: Record<string, string> = {
  'firefox-default': '',
  'firefox-private': 'private',
  0: '',
  1: 'private',
};

/** Returns our name for a cookie store that the browser names. */
export const storeNamed = (id = ''): string => STORES[id] ?? id;

/**
 * Returns the cookie store that this page's own requests use: a page of the extension that Firefox shows
 * in a private window has the private one.
 */
export const ownStore = (): string => (browser.extension?.inIncognitoContext ? 'private' : '');

/** Returns the id of the tab of a portal that was used last in a cookie store; `null` when none is open. */
export async function portalTab(origin: string, store: string): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: hostPattern(origin) });
  const open = tabs.filter(
    (tab) =>
      tab.url &&
      new URL(tab.url).origin === origin &&
      !tab.discarded &&
      cookieStoreOf(tab) === store,
  );
  const latest = open.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
  return latest?.id ?? null;
}

/** A tab that is being closed, perhaps with its window: browsers may still list it. */
export interface ClosingTab {
  id: number;
  /** set when all of this window's tabs are being closed */
  windowId: number | null;
}

/** Returns the names of the cookie stores that have an open tab; the ordinary store is always open. */
export async function openStores(closing?: ClosingTab): Promise<Set<string>> {
  const tabs = await browser.tabs.query({});
  const left = tabs.filter((tab) => tab.id !== closing?.id && tab.windowId !== closing?.windowId);
  return new Set(['', ...left.map(cookieStoreOf)]);
}
