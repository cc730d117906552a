// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Portal } from '../../../utils/stored/portals';
import { openTransport } from '../../../utils/transport/open-transport';
import { type LocalPortal, startPortal } from '../../portal/server';
import { openTabs } from '../browser/open-tabs';
import { requestLines, resetPortal, sessionFetch } from '../portal/session';

let local: LocalPortal;
let portal: Portal;
beforeAll(async () => {
  local = await startPortal();
  portal = { origin: local.origin, label: 'Local', color: 'blue' };
});
beforeEach(() => {
  fakeBrowser.reset();
  resetPortal(local);
  vi.stubGlobal('fetch', sessionFetch(local));
});
afterAll(() => local.close());

/** Runs injected functions here, as if this were the tab; returns the ids of the tabs used. */
function runHere(): number[] {
  const used: number[] = [];
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ target, func, args }: Injection) => {
      used.push(target.tabId);
      vi.stubGlobal('location', { origin: local.origin });
      return [{ result: await func(...args) }];
    },
  });
  return used;
}
interface Injection {
  target: { tabId: number };
  func: (...args: unknown[]) => unknown;
  args: unknown[];
}

const inStore = (store: string) => openTransport({ origin: local.origin, store }, portal);

describe("the extension's own requests", () => {
  test('carry the session of the ordinary store', async () => {
    const { direct } = inStore('');
    expect(await direct?.request('get', '/rest/api_keys')).toBeTruthy();
    expect(requestLines(local)).toEqual(['GET /rest/api_keys']);
  });

  test.each(['private', 'firefox-container-1'])('never carry the session of %s', (store) => {
    expect(inStore(store).direct).toBeNull();
  });

  test('carry only the private session on a page in a private window', () => {
    vi.spyOn(fakeBrowser.extension, 'inIncognitoContext', 'get').mockReturnValue(true);
    expect(inStore('private').direct).not.toBeNull();
    expect(inStore('').direct).toBeNull();
  });
});

describe('an open tab', () => {
  test('carries the requests of its own cookie store', async () => {
    const used = runHere();
    openTabs(
      { id: 1, url: `${local.origin}/` },
      { id: 2, url: `${local.origin}/`, incognito: true },
      { id: 3, url: `${local.origin}/`, cookieStoreId: 'firefox-container-1' },
    );
    for (const store of ['', 'private', 'firefox-container-1']) {
      const http = await inStore(store).viaTab();
      expect(await http?.request('get', '/rest/api_keys')).toBeTruthy();
    }
    expect(used).toEqual([1, 2, 3]);
  });

  test('takes over when the previous one is closed', async () => {
    const used = runHere();
    const tabs = openTabs(
      { id: 1, url: `${local.origin}/`, incognito: true, lastAccessed: 9 },
      { id: 2, url: `${local.origin}/`, incognito: true, lastAccessed: 1 },
    );
    const { viaTab } = inStore('private');
    await (await viaTab())?.request('get', '/rest/api_keys');
    tabs.shift();
    await (await viaTab())?.request('get', '/rest/api_keys');
    expect(used).toEqual([1, 2]);
  });

  test('of another store or another site carries nothing', async () => {
    openTabs(
      { url: `${local.origin}/` },
      { url: 'https://elsewhere.example.com/', incognito: true },
    );
    expect(await inStore('private').viaTab()).toBeNull();
  });
});
