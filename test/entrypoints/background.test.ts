// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background';
import { send } from '../../utils/messages';
import { routesAt } from '../../utils/portal/key-routes';
import { clearing, connecting, drafts, handoffs } from '../../utils/stored/memory';
import { discoveries, portals, remember } from '../../utils/stored/portals';
import { DEFAULT_PREFERENCES, preferences } from '../../utils/stored/preferences';
import { type LocalPortal, startPortal } from '../portal/server';
import { keepSessionRules } from '../utils/background/session-rules';
import { fakeEvent } from '../utils/browser/event';
import { grant, permissionEvents } from '../utils/browser/granted';
import { openTabs } from '../utils/browser/open-tabs';
import { requestLines, resetPortal, sessionFetch } from '../utils/portal/session';

let local: LocalPortal;
let rules: ReturnType<typeof keepSessionRules>;
let registered: { id: string; matches: string[] }[];
beforeAll(async () => {
  local = await startPortal();
});
beforeEach(async () => {
  fakeBrowser.reset();
  resetPortal(local);
  rules = keepSessionRules();
  registered = [];
  grant('http://127.0.0.1/*');
  openTabs();
  vi.stubGlobal('fetch', sessionFetch(local));
  Object.assign(fakeBrowser.cookies, {
    onChanged: fakeEvent(),
    get: async () => null,
    getAll: async () => [],
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => registered,
    registerContentScripts: async (scripts: typeof registered) => registered.push(...scripts),
    unregisterContentScripts: async () => registered.splice(0),
    executeScript: async () => [],
  });
  Object.assign(fakeBrowser.runtime, {
    onMessage: fakeEvent(),
    sendMessage: (message: unknown) => deliver(message, EXTENSION),
  });
});
afterAll(() => local.close());

type Sender = Record<string, unknown>;
const EXTENSION: Sender = {
  id: fakeBrowser.runtime.id,
  url: fakeBrowser.runtime.getURL('/popup.html' as never),
};
const page = (origin = local.origin, tab: object = { id: 1, incognito: false }): Sender => ({
  id: fakeBrowser.runtime.id,
  url: `${origin}/#/profile`,
  frameId: 0,
  tab,
});
const deliver = async (message: unknown, sender: Sender) =>
  (await (fakeBrowser.runtime.onMessage as never as Triggerable).trigger(message, sender))[0];
interface Triggerable {
  trigger(...args: unknown[]): Promise<unknown[]>;
}

/** Connects the local portal, and starts the background. */
async function start(): Promise<void> {
  await portals.update(() => [{ origin: local.origin, label: 'Local', color: 'blue' }]);
  await remember(local.origin, { routes: routesAt('/rest/api_keys', 'probe'), api: local.origin });
  background.main();
  await vi.waitFor(() => expect(rules).toHaveLength(1));
}

const generate = (id = 'a') =>
  send('generate', { id, origin: local.origin, store: '', name: 'deploy' });

describe('a background that starts', () => {
  test('sets the request rules before it generates a key', async () => {
    await portals.update(() => [{ origin: local.origin, label: 'Local', color: 'blue' }]);
    const rulesAtPost: number[] = [];
    const real = sessionFetch(local);
    vi.stubGlobal('fetch', (input: Request, init?: RequestInit) => {
      if (new Request(input, init).method === 'POST') rulesAtPost.push(rules.length);
      return real(input, init);
    });
    background.main();
    await generate();
    expect(rulesAtPost).toEqual([1]);
  });

  test('resolves a request that its predecessor left unfinished', async () => {
    const knownIds = local.keysOf('mfortin').map(({ id }) => id);
    const left = { id: 'a', origin: local.origin, store: '', name: 'deploy' };
    await handoffs.setValue([{ ...left, phase: 'sending', knownIds }]);
    await start();
    await vi.waitFor(async () =>
      expect(await handoffs.getValue()).toMatchObject([{ id: 'a', phase: 'lost' }]),
    );
  });
});

describe('a new key', () => {
  test('is kept with a badge and an alarm until the user is done', async () => {
    await start();
    await generate();
    expect(await handoffs.getValue()).toMatchObject([{ phase: 'ready', copied: false }]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('1');
    expect(await fakeBrowser.alarms.get('sweep')).toBeTruthy();
    await send('copied', { id: 'a' });
    expect(await handoffs.getValue()).toMatchObject([{ copied: true }]);
    await send('finish', { id: 'a' });
    expect(await handoffs.getValue()).toEqual([]);
    await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({})).toBe(''));
  });

  test('takes its name out of the drafts as soon as it is accepted', async () => {
    await start();
    const session = { origin: local.origin, store: '' };
    await drafts(session).set('generate', 'deploy');
    await drafts(session).set('rename 1', 'stag');
    await generate();
    expect(await drafts(session).getAll()).toEqual(new Map([['rename 1', 'stag']]));
  });

  test('is deleted by the alarm when it expires', async () => {
    await start();
    await generate();
    const [entry] = await handoffs.getValue();
    await handoffs.setValue([{ ...entry, expiresAt: Date.now() - 1 } as never]);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'sweep', scheduledTime: 0 } as never);
    expect(await handoffs.getValue()).toEqual([]);
  });

  test('whose response was lost is looked up again on request', async () => {
    await start();
    local.faults.push({ kind: 'status', status: 502, route: 'POST' });
    await generate();
    expect(await handoffs.getValue()).toMatchObject([{ phase: 'lost', created: [] }]);
    local.faults.length = 0;
    local.addKeys('mfortin', [{ name: 'deploy' }]);
    await send('recheck', { id: 'a' });
    expect(await handoffs.getValue()).toMatchObject([{ created: [{ name: 'deploy' }] }]);
  });

  test('kept in a private window is deleted when the window closes', async () => {
    await start();
    const tabs = openTabs({ id: 1, windowId: 7, incognito: true });
    const value = 'AAECAwQFBgcICQoLDA0ODw==';
    const kept = { name: 'keep', payload: { value, name: 'deploy' } };
    expect(await deliver(kept, page(local.origin, tabs[0]))).toBe(true);
    expect(await handoffs.getValue()).toMatchObject([{ store: 'private', value }]);
    await fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 7, isWindowClosing: true });
    await vi.waitFor(async () => expect(await handoffs.getValue()).toEqual([]));
  });
});

describe('a page', () => {
  test('can report its endpoint and its requests', async () => {
    await start();
    const endpoint = `${local.origin}/api/v2`;
    await deliver({ name: 'endpointSeen', payload: { endpoint } }, page());
    await deliver({ name: 'requestsSeen', payload: { addresses: ['/rest/keys'] } }, page());
    const { [local.origin]: known } = await discoveries.getValue();
    expect(known).toMatchObject({ endpoint, seen: ['/rest/keys'] });
  });

  test('cannot generate, copy or discard a key', async () => {
    await start();
    await generate();
    for (const name of ['generate', 'copied', 'finish', 'recheck', 'discover']) {
      const payload = { id: 'a', origin: local.origin, store: '', name: 'x' };
      expect(await deliver({ name, payload }, page())).toBeUndefined();
    }
    expect(await handoffs.getValue()).toMatchObject([{ id: 'a', copied: false }]);
    expect(requestLines(local).filter((each) => each.startsWith('POST'))).toHaveLength(1);
  });
});

describe('the clipboard', () => {
  const allowed = async () => {
    await preferences.setValue({ ...DEFAULT_PREFERENCES, clearAfter: 60 });
    await start();
  };

  test('is scheduled for clearing after a key is copied in a window or on the page', async () => {
    await allowed();
    await send('copied', { id: 'a' });
    expect(await clearing.getValue()).toBeTypeOf('number');
    expect(await fakeBrowser.alarms.get('clearing')).toBeTruthy();
    await send('copiedOther', {});
    expect(await clearing.getValue()).toBeNull();
    await deliver({ name: 'copiedOnPage', payload: { what: 'secret' } }, page());
    expect(await clearing.getValue()).toBeTypeOf('number');
    await deliver({ name: 'copiedOnPage', payload: { what: 'other' } }, page());
    expect(await clearing.getValue()).toBeNull();
  });

  test('is not cleared, and the setting turns off, once the permission is removed', async () => {
    await allowed();
    await send('copied', { id: 'a' });
    await permissionEvents.onRemoved.trigger({ permissions: ['clipboardWrite'] });
    await vi.waitFor(async () => expect(await clearing.getValue()).toBeNull());
    await vi.waitFor(async () => expect((await preferences.getValue()).clearAfter).toBe(0));
  });
});

describe('a portal', () => {
  test('that a closed popup started to connect is connected once its host is granted', async () => {
    background.main();
    await connecting.setValue({ origin: local.origin, label: 'Local', apiOrigin: '' });
    await permissionEvents.onAdded.trigger({ origins: ['http://127.0.0.1/*'] });
    await vi.waitFor(async () => expect(await portals.getValue()).toHaveLength(1));
    await vi.waitFor(() => expect(registered).toMatchObject([{ matches: ['http://127.0.0.1/*'] }]));
  });

  test('that is removed loses its rules and its script', async () => {
    await start();
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(() => expect(registered).toHaveLength(1));
    await portals.update(() => []);
    await vi.waitFor(() => expect([rules, registered]).toEqual([[], []]));
  });

  test('is searched for its keys once, however many windows ask', async () => {
    await start();
    const session = { origin: local.origin, store: '' };
    expect(await Promise.all([send('discover', session), send('discover', session)])).toEqual([
      null,
      null,
    ]);
    expect(requestLines(local).filter((each) => each === 'GET /rest/api_keys')).toHaveLength(1);
  });
});
