// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { activeTab, cookieStoreOf, openStores, portalTab } from '../../../utils/browser/tabs';
import { openTabs } from './open-tabs';

const PORTAL = 'https://portal.example.com';
const PAGE = `${PORTAL}/#/profile`;

beforeEach(() => fakeBrowser.reset());

test.each([
  ['an ordinary tab of Chromium', { incognito: false }, ''],
  ['an ordinary tab of Firefox', { incognito: false, cookieStoreId: 'firefox-default' }, ''],
  ['an incognito tab of Chromium', { incognito: true }, 'private'],
  ['a private tab of Firefox', { incognito: true, cookieStoreId: 'firefox-private' }, 'private'],
  [
    'a container',
    { incognito: false, cookieStoreId: 'firefox-container-3' },
    'firefox-container-3',
  ],
])('the cookie store of %s is identified', (_, tab, store) => {
  expect(cookieStoreOf(tab)).toBe(store);
});

describe('the tab in front', () => {
  test('is returned with its origin and its cookie store', async () => {
    openTabs({ id: 4, url: PAGE, active: true, incognito: true });
    expect(await activeTab()).toEqual({ id: 4, origin: PORTAL, store: 'private' });
  });

  test.each(['about:blank', 'chrome://extensions/', 'file:///etc/hosts', ''])(
    'is not a web page at %j',
    async (url) => {
      openTabs({ url, active: true });
      expect(await activeTab()).toBeNull();
    },
  );
});

describe("a portal's tab", () => {
  test('is the most recently used one in its cookie store', async () => {
    openTabs(
      { id: 1, url: PAGE, lastAccessed: 5 },
      { id: 2, url: PAGE, lastAccessed: 9 },
      { id: 3, url: PAGE, lastAccessed: 20, incognito: true },
      { id: 4, url: PAGE, lastAccessed: 30, cookieStoreId: 'firefox-container-1' },
    );
    expect(await portalTab(PORTAL, '')).toBe(2);
    expect(await portalTab(PORTAL, 'private')).toBe(3);
    expect(await portalTab(PORTAL, 'firefox-container-1')).toBe(4);
    expect(await portalTab(PORTAL, 'firefox-container-2')).toBeNull();
  });

  test('is never one on another port or a discarded one', async () => {
    openTabs({ url: `${PORTAL}:8443/` }, { url: PAGE, discarded: true });
    expect(await portalTab(PORTAL, '')).toBeNull();
  });
});

describe('the open cookie stores', () => {
  const tabs = () =>
    openTabs(
      { id: 1, windowId: 1 },
      { id: 2, windowId: 2, incognito: true },
      { id: 3, windowId: 2, incognito: true },
      { id: 4, windowId: 1, cookieStoreId: 'firefox-container-1' },
    );

  test('are those of the open tabs, plus the ordinary one', async () => {
    tabs();
    expect(await openStores()).toEqual(new Set(['', 'private', 'firefox-container-1']));
    openTabs();
    expect(await openStores()).toEqual(new Set(['']));
  });

  // Firefox still lists a tab that is closing.
  test('exclude a tab or window that is closing', async () => {
    tabs();
    expect(await openStores({ id: 4, windowId: null })).toEqual(new Set(['', 'private']));
    expect(await openStores({ id: 2, windowId: null })).toContain('private');
    expect(await openStores({ id: 2, windowId: 2 })).not.toContain('private');
  });
});
