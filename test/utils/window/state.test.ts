// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Handoff } from '../../../utils/keys/handoff';
import { routesAt } from '../../../utils/portal/key-routes';
import { drafts, handoffs, knownList } from '../../../utils/stored/memory';
import {
  discoveries,
  lastPortal,
  type Portal,
  portals,
  remember,
} from '../../../utils/stored/portals';
import type { openWindowState } from '../../../utils/window/state';
import { type LocalPortal, startPortal } from '../../portal/server';
import { grant, permissionEvents } from '../browser/granted';
import { openTabs } from '../browser/open-tabs';
import { requestLines, resetPortal, sessionFetch } from '../portal/session';
import { collectMessages, connected, idle, openState, openWindow, showWindow } from './opened';

const OTHER: Portal = { origin: 'https://other.example.com', label: 'Other', color: 'red' };

let local: LocalPortal;
let page: EventTarget;
let heard: ReturnType<typeof collectMessages>;
beforeAll(async () => {
  local = await startPortal();
});
beforeEach(async () => {
  fakeBrowser.reset();
  resetPortal(local);
  grant('http://127.0.0.1/*', 'https://other.example.com/*');
  openTabs();
  page = showWindow();
  heard = collectMessages();
  vi.stubGlobal('fetch', sessionFetch(local));
  await remember(local.origin, { routes: routesAt('/rest/api_keys', 'probe'), api: local.origin });
});
afterAll(() => local.close());

const names = ({ shown }: Awaited<ReturnType<typeof openWindowState>>) =>
  shown.value?.model.keys.value?.map(({ name }) => name);
const reads = () => requestLines(local).filter((each) => each === 'GET /rest/api_keys').length;
const ready = (given: Partial<Handoff> = {}): Handoff =>
  ({
    id: 'a',
    origin: local.origin,
    store: '',
    name: 'new',
    phase: 'ready',
    keyId: 'x',
    knownIds: [],
    value: 'AAECAwQFBgcICQoLDA0ODw==',
    copied: false,
    expiresAt: Date.now() + 60_000,
    ...given,
  }) as Handoff;

describe('the portal that is shown', () => {
  test('is none while none is connected', async () => {
    const { portal, shown } = await openState();
    expect([portal.value, shown.value]).toEqual([null, null]);
  });

  test.each<[string, string | undefined, string, () => string]>([
    ['the one in front', OTHER.origin, '', () => OTHER.origin],
    ['the last one', undefined, OTHER.origin, () => OTHER.origin],
    ['the first one', undefined, '', () => local.origin],
    ['the first one over another site', 'https://elsewhere.example.com', '', () => local.origin],
    [
      'the first one after the last was removed',
      undefined,
      'https://gone.example.com',
      () => local.origin,
    ],
  ])('is %s', async (_, front, last, expected) => {
    await connected(local, OTHER);
    if (last) await lastPortal.setValue(last);
    const { portal } = await openWindow(front ? { id: 1, origin: front, store: '' } : undefined);
    expect(portal.value?.origin).toBe(expected());
  });

  test('paints what was known, and then what the portal answers', async () => {
    await connected(local);
    const [key] = local.keysOf('mfortin');
    const old = { id: key?.id ?? '', name: 'as it was', lastIp: null, lastActivity: null };
    const session = { origin: local.origin, store: '' };
    await knownList(session).setValue({ keys: [old], readAt: 0, userName: null });
    const state = await openState();
    expect(names(state)).toEqual(['as it was']);
    await vi.waitFor(() => expect(names(state)).toHaveLength(3));
    await idle(state);
    expect((await knownList(session).getValue())?.keys).toHaveLength(3);
  });

  test('changes to one that another window connects, and back when it is removed', async () => {
    await connected(local);
    const state = await openWindow();
    await portals.update((all) => [...all, OTHER]);
    await vi.waitFor(() => expect(state.portal.value).toEqual(OTHER));
    await portals.update((all) => all.slice(0, 1));
    await vi.waitFor(() => expect(state.portal.value?.origin).toBe(local.origin));
    await idle(state);
  });

  test('is read again when its API moves to another host', async () => {
    const portal = await connected(local);
    const state = await openWindow();
    const before = state.shown.value;
    await portals.update(() => [{ ...portal, apiOrigin: OTHER.origin }]);
    await vi.waitFor(() => expect(state.shown.value).not.toBe(before));
    await idle(state);
  });

  test('is the one that was selected last, however long each takes to open', async () => {
    await connected(local, OTHER);
    const state = await openWindow();
    await Promise.all([state.select(OTHER.origin), state.select(local.origin)]);
    await idle(state);
    expect(state.portal.value?.origin).toBe(local.origin);
    expect(await lastPortal.getValue()).toBe(local.origin);
  });
});

describe('the session that is shown', () => {
  const over = (origin: string, store: string) => ({ id: 1, origin, store });
  const session = async (tab: ReturnType<typeof over>) =>
    (await openWindow(tab)).shown.value?.session;

  test('is that of the cookie store of the tab in front', async () => {
    await connected(local);
    expect(await session(over(local.origin, ''))).toEqual({ origin: local.origin, store: '' });
    expect(await session(over(local.origin, 'private'))).toEqual({
      origin: local.origin,
      store: 'private',
    });
  });

  test('over another site is that of its store only where the portal is used in it', async () => {
    await connected(local);
    const elsewhere = over('https://elsewhere.example.com', 'private');
    expect((await session(elsewhere))?.store).toBe('');
    openTabs({ url: `${local.origin}/`, incognito: true });
    expect((await session(elsewhere))?.store).toBe('private');
    openTabs();
    await handoffs.setValue([ready({ store: 'private' })]);
    expect((await session(elsewhere))?.store).toBe('private');
  });

  test('on a page in a private window is the private one', async () => {
    await connected(local);
    vi.spyOn(fakeBrowser.extension, 'inIncognitoContext', 'get').mockReturnValue(true);
    const state = await openWindow();
    expect(state.shown.value?.session.store).toBe('private');
    expect(names(state)).toHaveLength(3);
    expect(await knownList({ origin: local.origin, store: '' }).getValue()).toBeNull();
  });
});

describe('the list is read again', () => {
  test.each<[string, () => unknown]>([
    ['when the window comes to front', () => page.dispatchEvent(new Event('visibilitychange'))],
    ['when access was granted', () => permissionEvents.onAdded.trigger({})],
    ['when access was taken back', () => permissionEvents.onRemoved.trigger({})],
    ['when a new key has arrived', () => handoffs.setValue([ready()])],
    [
      'when an answer was lost',
      () =>
        handoffs.setValue([
          ready({ phase: 'lost', created: null, openUntil: 0 } as Partial<Handoff>),
        ]),
    ],
  ])('%s', async (_, act) => {
    await connected(local);
    await openWindow();
    const before = reads();
    await act();
    await vi.waitFor(() => expect(reads()).toBe(before + 1));
  });

  test.each<[string, Partial<Handoff>]>([
    ['a key is only being generated', { phase: 'sending' }],
    ["it is another portal's", { origin: OTHER.origin }],
  ])('not when %s', async (_, given) => {
    await connected(local);
    await openWindow();
    const before = reads();
    await handoffs.setValue([ready(given)]);
    // What would have been read by then.
    await handoffs.setValue([ready(given), ready({ id: 'b' })]);
    await vi.waitFor(() => expect(reads()).toBe(before + 1));
  });
});

describe('a waiting value', () => {
  const check = () => ({
    name: 'checkSession',
    payload: { origin: local.origin, store: '' },
  });

  test('that is not among the keys has its session checked', async () => {
    await connected(local);
    await handoffs.setValue([ready({ keyId: 'of somebody else' } as Partial<Handoff>)]);
    await openWindow();
    expect(heard).toContainEqual(check());
  });

  test('that is among them, or of another session, has not', async () => {
    await connected(local);
    const keyId = local.keysOf('mfortin')[0]?.id ?? null;
    await handoffs.setValue([
      ready({ keyId } as Partial<Handoff>),
      ready({ id: 'b', store: 'private' }),
    ]);
    await openWindow();
    expect(heard).not.toContainEqual(check());
  });
});

describe('drafts', () => {
  const stored = async () =>
    Object.fromEntries(await drafts({ origin: local.origin, store: '' }).getAll());

  test('of two windows neither erase nor bring back each other', async () => {
    await connected(local);
    const [one, other] = [await openWindow(), await openWindow()];
    one.shown.value?.drafts.keep('rename 1', 'stag');
    other.shown.value?.drafts.keep('generate', 'nightly');
    expect(await stored()).toEqual({ 'rename 1': 'stag', generate: 'nightly' });
    one.shown.value?.drafts.keep('rename 1', '');
    expect(await stored()).toEqual({ generate: 'nightly' });
    other.shown.value?.drafts.keep('generate', 'nightly build');
    expect(await stored()).toEqual({ generate: 'nightly build' });
    expect(one.shown.value?.drafts.get('generate')).toBe('nightly build');
  });

  test('are kept for their own session', async () => {
    await connected(local);
    const ordinary = await openWindow();
    ordinary.shown.value?.drafts.keep('generate', 'nightly');
    expect(await stored()).toEqual({ generate: 'nightly' });
    const private_ = await openWindow({ id: 1, origin: local.origin, store: 'private' });
    expect(private_.shown.value?.drafts.get('generate')).toBeNull();
  });
});

describe('the endpoint', () => {
  test('is assumed from the API that answered until the page shows one', async () => {
    await connected(local);
    const state = await openWindow();
    await vi.waitFor(() => expect(state.endpoint.value).toBe(`${local.origin}/api/v2`));
    expect((await discoveries.getValue())[local.origin]?.endpointFrom).toBe('api');
    await remember(local.origin, { endpoint: `${OTHER.origin}/v1`, endpointFrom: 'page' });
    expect(state.endpoint.value).toBe(`${OTHER.origin}/v1`);
    await openWindow();
    expect(state.endpoint.value).toBe(`${OTHER.origin}/v1`);
  });

  test('that is assumed is on the API host', async () => {
    const portal = await connected(local);
    const api = local.origin.replace('127.0.0.1', 'localhost');
    grant('http://127.0.0.1/*', 'http://localhost/*');
    await portals.update(() => [{ ...portal, apiOrigin: api }]);
    await remember(local.origin, { routes: routesAt('/rest/api_keys', 'probe'), api });
    const state = await openWindow();
    await vi.waitFor(() => expect(state.endpoint.value).toBe(`${api}/api/v2`));
    await portals.update(() => [portal]);
    expect(state.endpoint.value).not.toBe(`${api}/api/v2`);
    await idle(state);
  });

  test('is the one that was set, if any', async () => {
    const portal = await connected(local);
    await portals.update(() => [{ ...portal, endpoint: 'https://set.example.com/v3' }]);
    expect((await openWindow()).endpoint.value).toBe('https://set.example.com/v3');
  });
});
