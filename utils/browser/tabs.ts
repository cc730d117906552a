import { browser } from 'wxt/browser';
import { hostPattern } from './permissions';

/** The web page in the active tab. */
export interface ActiveTab {
  id: number;
  origin: string;
  /** the tab's cookie store, as `cookieStoreOf` names it */
  store: string;
}

/**
 * Returns the active tab of this window, or `null` if it shows no web page or the extension may not see
 * its address.
 */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || !tab.url || !/^https?:/.test(tab.url)) return null;
  return { id: tab.id, origin: new URL(tab.url).origin, store: cookieStoreOf(tab) };
}

/** The part of a tab that identifies its cookie store; Chromium's tabs have no `cookieStoreId`. */
interface StoreTab {
  cookieStoreId?: string | undefined;
  incognito: boolean;
}

/**
 * Returns the name of a tab's cookie store: `private` in a private window, the container's id in a Firefox
 * container, and an empty string for the ordinary store.
 */
export function cookieStoreOf({ cookieStoreId, incognito }: StoreTab): string {
  return incognito ? 'private' : storeNamed(cookieStoreId);
}

/** Our names for the browsers' ids of cookie stores: Firefox's, then Chromium's. */
const STORES: Record<string, string> = {
  'firefox-default': '',
  'firefox-private': 'private',
  0: '',
  1: 'private',
};

/** Returns our name for a cookie store, from the browser's id. */
export const storeNamed = (id = ''): string => STORES[id] ?? id;

/**
 * Returns the cookie store that this page's own requests use. Firefox opens extension pages in private
 * windows with the private store.
 */
export const ownStore = (): string => (browser.extension?.inIncognitoContext ? 'private' : '');

/** Returns the id of the portal's last used tab in a cookie store; `null` if none is open. */
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

/** A tab that is being closed, perhaps with its window. The browser may still list it. */
export interface ClosingTab {
  id: number;
  /** the window, if it is being closed with all its tabs; otherwise `null` */
  windowId: number | null;
}

/** Returns the names of the cookie stores with an open tab. The ordinary store is always included. */
export async function openStores(closing?: ClosingTab): Promise<Set<string>> {
  const tabs = await browser.tabs.query({});
  const left = tabs.filter((tab) => tab.id !== closing?.id && tab.windowId !== closing?.windowId);
  return new Set(['', ...left.map(cookieStoreOf)]);
}
