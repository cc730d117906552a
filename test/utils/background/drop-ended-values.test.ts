// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSessionCheck } from '../../../utils/background/drop-ended-values';
import { createHandoffs } from '../../../utils/keys/handoffs';
import type { PortalClient } from '../../../utils/portal/client';
import { knownList, handoffs as store } from '../../../utils/stored/memory';
import { portals } from '../../../utils/stored/portals';
import { type LocalPortal, startPortal } from '../../portal/server';
import { fakeEvent } from '../browser/event';
import { openTabs } from '../browser/open-tabs';
import { clientOf, requestLines, resetPortal, sessionFetch } from '../portal/session';

interface CookieChange {
  removed: boolean;
  cause: string;
  cookie: { domain: string; storeId: string };
}

let portal: LocalPortal;
let onChanged: ReturnType<typeof fakeEvent<[CookieChange]>>;
let partitioned: object[] = [];
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(async () => {
  fakeBrowser.reset();
  resetPortal(portal);
  await portals.update(() => [{ origin: portal.origin, label: 'Local', color: 'blue' }]);
  openTabs();
  partitioned = [];
  onChanged = fakeEvent();
  Object.assign(fakeBrowser.cookies, { onChanged, getAll: async () => partitioned });
});
afterAll(() => portal.close());

const session = (cookies = '') => ({ origin: portal.origin, store: cookies });

/** Generates a key in a session and starts watching it, as the background does. */
async function withValue(cookies = '', checked?: PortalClient) {
  const client = clientOf(portal, sessionFetch(portal));
  const handoffs = createHandoffs({
    store,
    clientOf: async () => client,
    now: Date.now,
    waitTime: async () => 600_000,
  });
  await handoffs.generate({ ...session(cookies), id: cookies || 'a', name: 'deploy' });
  const checks = createSessionCheck({
    clientOf: async () => checked ?? client,
    finish: handoffs.finish,
  });
  checks.watch();
  portal.requests.length = 0;
  return checks;
}

const left = async () => (await store.getValue()).length;
const signOut = (change: Partial<CookieChange> = {}, storeId = '0') =>
  onChanged.trigger({
    removed: true,
    cause: 'explicit',
    cookie: { domain: '127.0.0.1', storeId },
    ...change,
  });

describe('when a portal removes a cookie', () => {
  test('drops a value once the portal says that its user is signed out', async () => {
    await withValue();
    await knownList(session()).setValue({ keys: [], readAt: 0, userName: null });
    portal.expireSessions();
    await signOut();
    expect(await left()).toBe(0);
    expect(await knownList(session()).getValue()).toBeNull();
  });

  test('keeps a value while its user is signed in', async () => {
    await withValue();
    await signOut();
    expect(requestLines(portal)).toEqual(['GET /rest/api_keys']);
    expect(await left()).toBe(1);
  });

  test('keeps a value when the portal cannot be reached', async () => {
    await withValue();
    portal.faults.push({ kind: 'status', status: 503 });
    await signOut();
    expect(await left()).toBe(1);
  });

  test('the list of a session is forgotten with its cookie, even while no value waits', async () => {
    await withValue();
    await store.setValue([]);
    const list = { keys: [], readAt: 0, userName: null };
    const others = [session('private'), { origin: 'https://other.example.com', store: '' }];
    for (const each of [session(), ...others]) await knownList(each).setValue(list);
    await signOut();
    expect(await knownList(session()).getValue()).toBeNull();
    for (const each of others) expect(await knownList(each).getValue()).toEqual(list);
  });

  test('a sign-out during a check is checked, too', async () => {
    const signedOut = Promise.withResolvers<void>();
    const client = clientOf(portal, sessionFetch(portal));
    const checks = await withValue('', {
      ...client,
      async list() {
        const keys = await client.list();
        await signedOut.promise;
        return keys;
      },
    });
    // The list that this check reads is still the person's.
    const first = checks.check(session());
    await vi.waitFor(() => expect(requestLines(portal)).toHaveLength(1));
    portal.expireSessions();
    const second = signOut();
    signedOut.resolve();
    await Promise.all([first, second]);
    expect(await left()).toBe(0);
  });

  test.each<[string, Partial<CookieChange>, string]>([
    ['of another host', { cookie: { domain: 'other.example.com', storeId: '0' } }, '0'],
    ['of a host with the same ending', { cookie: { domain: '7.0.0.1', storeId: '0' } }, '0'],
    ['in another cookie store', {}, '1'],
    ['that is only set', { removed: false }, '0'],
  ])('sends no request after a cookie %s', async (_, change, storeId) => {
    await withValue();
    await signOut(change, storeId);
    expect(portal.requests).toEqual([]);
  });

  test('sends no request when no value is kept', async () => {
    const checks = await withValue();
    await store.setValue([]);
    await signOut();
    await checks.check(session());
    expect(portal.requests).toEqual([]);
  });
});

describe('a session that only tabs can use', () => {
  test('is not over because its private window shows another site', async () => {
    const checks = await withValue('private');
    portal.expireSessions();
    openTabs({ url: 'https://elsewhere.example.com/', incognito: true });
    await checks.check(session('private'));
    expect(await left()).toBe(1);
    openTabs({ url: `${portal.origin}/`, incognito: true });
    await checks.check(session('private'));
    expect(await left()).toBe(0);
  });

  test('is not over because no tab can send its partitioned cookies', async () => {
    const checks = await withValue();
    portal.expireSessions();
    partitioned = [{ partitionKey: { topLevelSite: portal.origin } }];
    await checks.check(session());
    expect(await left()).toBe(1);
    openTabs({ url: `${portal.origin}/` });
    await checks.check(session());
    expect(await left()).toBe(0);
  });
});

test('checks one session once at a time', async () => {
  const checks = await withValue();
  await Promise.all([checks.check(session()), checks.check(session()), signOut()]);
  // One is under way, and the others are made up for by one more.
  expect(requestLines(portal)).toEqual(['GET /rest/api_keys', 'GET /rest/api_keys']);
});
