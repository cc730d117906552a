// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Handoff, nextSweepAt } from '../../../utils/keys/handoff';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { handoffs as store } from '../../../utils/stored/memory';
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

const asked = (id = 'a') => ({ id, origin: portal.origin, store: '', name: 'deploy' });
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
  await handoffs.sweep();
  expect(await store.getValue()).toHaveLength(left);
});

test('what became of other keys is not forgotten with it', async () => {
  const others: Handoff[] = [
    { ...asked('b'), phase: 'failed', problem: { kind: 'forbidden' } },
    {
      ...asked('c'),
      phase: 'lost',
      knownIds: [],
      created: [],
      openUntil: 0,
      problem: { kind: 'unknown-outcome' },
    },
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
  await start().sweep();
  expect(await store.getValue()).toEqual(others);
});

test('a background that died before it sent anything has failed to generate', async () => {
  await store.setValue([{ ...asked(), phase: 'sending', knownIds: null }]);
  await start().sweep();
  expect(await store.getValue()).toEqual([
    { ...asked(), phase: 'failed', problem: { kind: 'interrupted' } },
  ]);
  expect(portal.requests).toEqual([]);
});

test.each([
  ['before the portal made the key', 0],
  ['after the portal made the key', 1],
])('a background that died %s sends nothing again, and finds %i', async (_, made) => {
  await store.setValue([{ ...asked(), phase: 'sending', knownIds: knownIds() }]);
  if (made) portal.addKeys('mfortin', [{ name: 'deploy' }]);
  await start().sweep();
  now += 60_000;
  await start().sweep();
  const created = stored().slice(0, made);
  expect(await store.getValue()).toMatchObject([
    {
      ...asked(),
      phase: 'lost',
      created: created.map(({ id, name }) => ({ id, name })),
      problem: { kind: 'unknown-outcome', pending: true },
    },
  ]);
  expect(posts()).toBe(0);
});

test('a request that is still under way is left alone', async () => {
  const fetch = sessionFetch(portal);
  const handoffs = start(async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') {
      await handoffs.sweep();
      expect(await store.getValue()).toMatchObject([{ id: 'a', phase: 'sending' }]);
    }
    return fetch(request);
  });
  await handoffs.generate(asked());
  expect(await store.getValue()).toMatchObject([{ id: 'a', phase: 'ready' }]);
});

test('an answer that arrives during a sweep is not taken for a lost one', async () => {
  const later: Handoff = {
    ...asked('b'),
    phase: 'lost',
    knownIds: [],
    created: null,
    openUntil: Infinity,
    problem: { kind: 'unknown-outcome' },
  };
  const fetch = sessionFetch(portal);
  const stored = Promise.withResolvers<void>();
  let swept = Promise.resolve();
  const handoffs = start(async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') {
      await store.setValue([later, ...(await store.getValue())]);
      const answer = await fetch(request);
      swept = handoffs.sweep();
      return answer;
    }
    // The list that the sweep reads for the other key arrives when this one's value is stored.
    if (posts() > 0) await stored.promise;
    return fetch(request);
  });
  await handoffs.generate(asked());
  stored.resolve();
  await swept;
  const entry = (await store.getValue()).find(({ id }) => id === 'a');
  expect(entry).toMatchObject({ phase: 'ready' });
});

// The window may tell the new background about a click that the old one had already taken.
test('a request that died is settled even when its click is told again', async () => {
  await store.setValue([{ ...asked(), phase: 'sending', knownIds: knownIds() }]);
  const handoffs = start();
  await handoffs.generate(asked());
  await handoffs.sweep();
  expect(await store.getValue()).toMatchObject([{ id: 'a', phase: 'lost', created: null }]);
  expect(posts()).toBe(0);
});

describe('a request that may still be worked on', () => {
  const lost = async () => {
    const [entry] = await store.getValue();
    return entry?.phase === 'lost' ? entry.created?.map(({ id }) => id) : entry?.phase;
  };
  beforeEach(async () => {
    await store.setValue([{ ...asked(), phase: 'sending', knownIds: knownIds() }]);
    await start().sweep();
  });

  test('never counts as one that created nothing before a minute is over', async () => {
    now += 59_999;
    await start().recheckOutcome('a');
    expect(await lost()).toBeUndefined();
    now += 1;
    await start().sweep();
    expect(await lost()).toEqual([]);
  });

  test('is found to have created its key as soon as the list shows it', async () => {
    const [made] = portal.addKeys('mfortin', [{ name: 'deploy' }]);
    await start().sweep();
    expect(await lost()).toEqual([made?.id]);
  });

  test('is not judged by a list that shares nothing with the one before', async () => {
    now += 60_000;
    portal.seed(0);
    portal.addKeys('mfortin', [{ name: 'deploy' }]);
    await start().sweep();
    expect(await lost()).toBeUndefined();
  });

  test('is looked into again by itself when its time is over', async () => {
    const [entry] = await store.getValue();
    expect(nextSweepAt(entry ? [entry] : [], now)).toBe(now + 60_000);
  });
});

const ASKED = { id: 'a', origin: 'https://portal.example.com', store: '', name: 'deploy' };
const ready: Handoff = {
  ...ASKED,
  phase: 'ready',
  keyId: '1',
  knownIds: [],
  value: 'x',
  copied: false,
  expiresAt: 70_000,
};
const lostUntil = (openUntil: number, created: [] | null = null): Handoff => ({
  ...ASKED,
  phase: 'lost',
  knownIds: [],
  created,
  openUntil,
  problem: { kind: 'unknown-outcome' },
});
test.each<[string, Handoff[], number | null]>([
  ['nothing', [], null],
  ['a value, until it expires', [ready], 70_000],
  ['an answer that is waited for', [ready, { ...ASKED, phase: 'sending', knownIds: [] }], 40_000],
  ['a request that may be worked on', [lostUntil(50_000), ready], 50_000],
  ['a list that could not be read', [lostUntil(0), lostUntil(10_000)], null],
  ['what is known by now', [lostUntil(50_000, [])], null],
])('%s is put right in time', (_, all, when) => {
  expect(nextSweepAt(all, 10_000)).toBe(when);
});
