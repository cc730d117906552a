import { browser } from 'wxt/browser';
import { hostPattern } from './permissions';

/** The web page in front, as far as the browser lets the extension see it. */
export interface ActiveTab {
  id: number;
  origin: string;
  /**
   * The session that is this tab's own and not the browser's ordinary one: a private window or a
   * container; empty otherwise.
   */
  ownSession: string;
}

/** Gives the web page in front; `null` when it is no web page, or out of sight. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || !tab.url || !/^https?:/.test(tab.url)) return null;
  return { id: tab.id, origin: new URL(tab.url).origin, ownSession: ownSession(tab) };
}

/** Chromium's tabs have no store of cookies; Firefox's tell containers and private windows apart by it. */
interface BrowserTab {
  id?: number | undefined;
  cookieStoreId?: string | undefined;
  incognito: boolean;
}

const ORDINARY = [undefined, 'firefox-default', '0'];

function ownSession({ cookieStoreId, incognito }: BrowserTab): string {
  if (!ORDINARY.includes(cookieStoreId)) return cookieStoreId ?? '';
  return incognito ? 'private' : '';
}

/** Names the session of a tab: its id as text when it has one of its own, empty for the ordinary one. */
export function ownTab(tab: BrowserTab): string {
  return ownSession(tab) ? String(tab.id) : '';
}

/** Gives an open tab of a portal in the browser's ordinary session; `null` when there is none. */
export async function portalTab(origin: string): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: hostPattern(origin) });
  const open = tabs.filter(
    (tab) => tab.url && new URL(tab.url).origin === origin && !tab.discarded && !ownSession(tab),
  );
  const latest = open.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
  return latest?.id ?? null;
}
