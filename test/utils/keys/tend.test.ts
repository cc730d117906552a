// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHandoffs, type Handoff } from '../../../utils/keys/handoff';
import { handoffs as store } from '../../../utils/session';
import { type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, refill, sessionFetch } from '../portal/session';

let portal: LocalPortal;
let now = 0;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  fakeBrowser.reset();
  refill(portal);
  now = 1_000_000;
});
afterAll(() => portal.close());

/** A background that begins anew: all it knows stands in the storage. */
function start(fetch = sessionFetch(portal)) {
  return createHandoffs({
    store,
    clientOf: async () => clientOf(portal, fetch),
    now: () => now,
    waitTime: async () => 600_000,
  });
}

const asked = (id = 'a') => ({ id, origin: portal.origin, tab: '', name: 'deploy' });
const stored = () => portal.keysOf('mfortin');
const knownIds = () => stored().map(({ id }) => id);
const posts = () => portal.requests.filter(({ method }) => method === 'POST').length;

test.each([
  [-1, 1],
  [0, 0],
  [1, 0],
])('a value is forgotten when its time is over: after %i ms there are %i', async (late, left) => {
  const handoffs = start();
  await handoffs.generate(asked());
  now += 600_000 + late;
  await handoffs.tend();
  expect(await store.getValue()).toHaveLength(left);
});

test('what became of other keys is not forgotten with it', async () => {
  const others: Handoff[] = [
    { ...asked('b'), phase: 'failed', problem: { kind: 'forbidden' } },
    { ...asked('c'), phase: 'lost', knownIds: [], created: [], problem: { kind: 'time-out' } },
  ];
  await store.setValue([
    {
      ...asked(),
      phase: 'ready',
      keyId: '1',
      knownIds: [],
      value: 'x',
      copied: true,
      expiresAt: now - 1,
    },
    ...others,
  ]);
  await start().tend();
  expect(await store.getValue()).toEqual(others);
});

test('a background that died before it sent anything has failed to generate', async () => {
  await store.setValue([{ ...asked(), phase: 'sending', knownIds: null }]);
  await start().tend();
  expect(await store.getValue()).toEqual([
    { ...asked(), phase: 'failed', problem: { kind: 'unreachable' } },
  ]);
  expect(portal.requests).toEqual([]);
});

test.each([
  ['before the portal made the key', 0],
  ['after the portal made the key', 1],
])('a background that died %s sends nothing again, and finds %i', async (_, made) => {
  await store.setValue([{ ...asked(), phase: 'sending', knownIds: knownIds() }]);
  if (made) portal.addKeys('mfortin', [{ name: 'deploy' }]);
  await start().tend();
  const created = stored().slice(0, made);
  expect(await store.getValue()).toMatchObject([
    {
      ...asked(),
      phase: 'lost',
      created: created.map(({ id, name }) => ({ id, name })),
      problem: { kind: 'unknown-outcome' },
    },
  ]);
  expect(posts()).toBe(0);
});

test('a request that is still under way is left alone', async () => {
  const fetch = sessionFetch(portal);
  const handoffs = start(async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') {
      await handoffs.tend();
      expect(await store.getValue()).toMatchObject([{ id: 'a', phase: 'sending' }]);
    }
    return fetch(request);
  });
  await handoffs.generate(asked());
  expect(await store.getValue()).toMatchObject([{ id: 'a', phase: 'ready' }]);
});

// The window may tell the new background about a click that the old one had already taken.
test('a request that died is settled even when its click is told again', async () => {
  await store.setValue([{ ...asked(), phase: 'sending', knownIds: knownIds() }]);
  const handoffs = start();
  await handoffs.generate(asked());
  await handoffs.tend();
  expect(await store.getValue()).toMatchObject([{ id: 'a', phase: 'lost', created: [] }]);
  expect(posts()).toBe(0);
});
