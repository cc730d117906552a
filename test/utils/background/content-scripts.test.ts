// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updateContentScripts } from '../../../utils/background/content-scripts';
import type { Portal } from '../../../utils/stored/portals';
import { grant } from '../browser/granted';

const portal = (origin: string): Portal => ({ origin, label: origin, color: 'blue' });
const ONE = portal('https://one.example.com');
const TWO = portal('https://two.example.com:8443');

interface Script {
  id: string;
  matches?: string[] | undefined;
}
let registered: Script[];
/** The tabs that the script was added to. */
let injected: number[];
let granted: Set<string>;

/** Like browsers, rejects an id that is registered twice and the removal of an unknown one. */
beforeEach(() => {
  registered = [];
  injected = [];
  granted = grant('https://one.example.com/*', 'https://two.example.com/*');
  const { scripting, tabs } = fakeBrowser;
  vi.spyOn(scripting, 'getRegisteredContentScripts').mockImplementation(
    async () => structuredClone(registered) as never,
  );
  vi.spyOn(scripting, 'registerContentScripts').mockImplementation(async (scripts) => {
    for (const script of scripts) {
      if (registered.some(({ id }) => id === script.id)) throw new Error('Duplicate script ID');
      registered.push(script);
    }
  });
  vi.spyOn(scripting, 'unregisterContentScripts').mockImplementation(async (filter) => {
    for (const id of filter?.ids ?? []) {
      if (!registered.some((script) => script.id === id)) throw new Error('Nonexistent script ID');
      registered = registered.filter((script) => script.id !== id);
    }
  });
  vi.spyOn(scripting, 'executeScript').mockImplementation(async ({ target }) => {
    if (target.tabId === 13) throw new Error('Cannot access contents of the page');
    injected.push(target.tabId);
    return [];
  });
  vi.spyOn(tabs, 'query').mockImplementation(
    async ({ url = [] }) =>
      [
        [7, 'https://one.example.com/*'],
        [13, 'https://one.example.com/*'],
        [8, 'https://two.example.com/*'],
        [9, 'https://other.example.com/*'],
      ]
        .filter(([, pattern]) => url.includes(String(pattern)))
        .map(([id]) => ({ id })) as never,
  );
});

const matches = () => registered.map((script) => script.matches);

test('adds the copy buttons to the pages of connected portals, and to no others', async () => {
  await updateContentScripts([ONE, TWO]);
  expect(registered).toEqual([
    {
      id: 'credentials',
      matches: ['https://one.example.com/*', 'https://two.example.com/*'],
      js: ['/content-scripts/credentials.js'],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
  expect(injected).toEqual([7, 8]);
});

test('skips a portal whose host permission was removed', async () => {
  granted.delete('https://two.example.com/*');
  await updateContentScripts([ONE, TWO]);
  expect(matches()).toEqual([['https://one.example.com/*']]);
  expect(injected).toEqual([7]);
});

test('uses one pattern for two portals on one host', async () => {
  await updateContentScripts([TWO, portal('https://two.example.com:9443')]);
  expect(matches()).toEqual([['https://two.example.com/*']]);
});

test('does nothing when nothing has changed', async () => {
  await updateContentScripts([ONE, TWO]);
  await updateContentScripts([TWO, ONE]);
  expect(injected).toEqual([7, 8]);
  expect(fakeBrowser.scripting.registerContentScripts).toHaveBeenCalledOnce();
});

test('follows a changed list of portals', async () => {
  await updateContentScripts([ONE]);
  await updateContentScripts([TWO]);
  expect(matches()).toEqual([['https://two.example.com/*']]);
});

test('unregisters the script with the last portal', async () => {
  await updateContentScripts([ONE]);
  await updateContentScripts([]);
  expect(registered).toEqual([]);
});

// Connecting a portal changes the list and grants a host; each triggers an update.
test.each([
  ['for the first time', []],
  ['after another portal', [TWO]],
])('handles two changes at the same time, %s', async (_, before) => {
  await updateContentScripts(before);
  await Promise.all([
    updateContentScripts([...before, ONE]),
    updateContentScripts([...before, ONE]),
  ]);
  expect(matches()).toEqual([
    [...before, ONE].map(({ origin }) => `${origin.replace(/:\d+$/, '')}/*`),
  ]);
});
