// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepFromPage } from '../../../utils/background/page-reports';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { handoffs as store } from '../../../utils/stored/memory';
import { portals } from '../../../utils/stored/portals';

const PORTAL = 'https://portal.example.com';
const OTHER = 'https://other.example.com';
/** Shaped like a key, but not a real one. */
const VALUE = 'AAECAwQFBgcICQoLDA0ODw==';

let now = 1_000_000;
const { keep, finish, sweep } = createHandoffs({
  store,
  clientOf: () => Promise.reject(new Error('The portal is not needed.')),
  now: () => now,
  waitTime: async () => 600_000,
});
const kept = (value = VALUE, { origin = PORTAL, store: cookies = '', name = 'deploy' } = {}) =>
  keepFromPage({ origin, store: cookies }, { value, name }, keep);

beforeEach(async () => {
  fakeBrowser.reset();
  now = 1_000_000;
  await portals.update(() =>
    [PORTAL, OTHER].map((origin) => ({ origin, label: 'Portal', color: 'blue' })),
  );
});

test('keeps a value for the portal and session of its page, without a key id', async () => {
  expect(await kept(VALUE, { store: 'private' })).toBe(true);
  expect(await store.getValue()).toEqual([
    {
      id: expect.any(String),
      origin: PORTAL,
      store: 'private',
      name: 'deploy',
      phase: 'ready',
      keyId: null,
      knownIds: [],
      value: VALUE,
      copied: false,
      expiresAt: now + 600_000,
    },
  ]);
  now += 600_000;
  await sweep();
  expect(await store.getValue()).toEqual([]);
});

test.each(['https://elsewhere.example.com', 'http://portal.example.com', `${PORTAL}:8443`, ''])(
  'keeps nothing for an unconnected page at %j',
  async (origin) => {
    expect(await kept(VALUE, { origin })).toBe(false);
    expect(await store.getValue()).toEqual([]);
  },
);

test.each(['', 'short', `${VALUE} `, `${VALUE}\n${VALUE}`, 'é'.repeat(24), 'x'.repeat(513)])(
  'rejects the value %j',
  async (value) => {
    expect(await kept(value)).toBe(false);
    expect(await store.getValue()).toEqual([]);
  },
);

test('cuts off an absurdly long name', async () => {
  await kept(VALUE, { name: 'x'.repeat(100_000) });
  expect((await store.getValue())[0]?.name).toBe('x'.repeat(255));
});

test('keeps a repeated value once, with a new expiry', async () => {
  await kept();
  now += 1000;
  expect(await kept()).toBe(true);
  expect(await store.getValue()).toMatchObject([{ expiresAt: now + 600_000 }]);
  expect(await kept(VALUE, { origin: OTHER })).toBe(true);
  expect(await store.getValue()).toHaveLength(2);
});

test('limits the values of one page without affecting another portal', async () => {
  const values = Array.from({ length: 50 }, (_, at) => `${VALUE}${at}`);
  const taken = await Promise.all(values.map((value) => kept(value)));
  expect(taken.filter(Boolean)).toHaveLength(5);
  expect(await store.getValue()).toHaveLength(5);
  expect(await kept(VALUE, { origin: OTHER })).toBe(true);
  await finish((await store.getValue())[1]?.id ?? '');
  expect(await kept()).toBe(true);
});
