import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Tab {
  id: number;
  windowId: number;
  url: string;
  active: boolean;
  incognito: boolean;
  discarded: boolean;
  lastAccessed: number;
  cookieStoreId?: string;
}

/** Opens tabs in the fake browser; a test can change the returned tabs later. */
export function openTabs(...given: Partial<Tab>[]): Tab[] {
  const tabs = given.map((tab, at) => ({
    id: at + 1,
    windowId: 1,
    url: 'https://elsewhere.example.com/',
    active: false,
    incognito: false,
    discarded: false,
    lastAccessed: at,
    ...tab,
  }));
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async ({ url, active }: Query) =>
    tabs.filter(
      (tab) =>
        (active === undefined || tab.active === active) &&
        (url === undefined || [url].flat().some((pattern) => matches(tab.url, pattern))),
    )) as never);
  return tabs;
}

interface Query {
  url?: string | string[];
  active?: boolean;
}

/** As in browsers, patterns have no port and match every port. */
function matches(url: string, pattern: string): boolean {
  const { protocol, hostname } = new URL(url);
  return pattern === `${protocol}//${hostname}/*`;
}
