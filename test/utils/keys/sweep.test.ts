// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Handoff, nextSweepAt } from '../../../utils/keys/handoff';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { handoffs as store } from '../../../utils/stored/memory';
import { type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, resetPortal, sessionFetch } from '../portal/session';

let portal: LocalPortal;
let now = 0;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  fakeBrowser.reset();
  resetPortal(portal);
  now = 1_000_000;
});
afterAll(() => portal.close());

/** A freshly started background, which knows only what is stored. */
function start(fetch = sessionFetch(portal)) {
  return createHandoffs({
    store,
    clientOf: async () => clientOf(portal, fetch),
    now: () => now,
    waitTime: async () => 600_000,
  });
}

const requestFor = (id = 'a') => ({ id, origin: portal.origin, store: '', name: 'deploy' });
const stored = () => portal.keysOf('mfortin');
const knownIds = () => stored().map(({ id }) => id);
const posts = () => portal.requests.filter(({ method }) => method === 'POST').length;

test.each([
  [-1, 1],
  [0, 0],
  [1, 0],
])('deletes a value when it expires: %i ms later there are %i', async (late, left) => {
  const handoffs = start();
  await handoffs.generate(requestFor());
  now += 600_000 + late;
  await handoffs.sweep();
  expect(await store.getValue()).toHaveLength(left);
});

test('keeps the outcome of other requests when a value expires', async () => {
  const others: Handoff[] = [
    { ...requestFor('b'), phase: 'failed', problem: { kind: 'forbidden' } },
    {
      ...requestFor('c'),
      phase: 'lost',
      knownIds: [],
      created: [],
      openUntil: 0,
      problem: { kind: 'unknown-outcome' },
    },
  ];
  await store.setValue([
    {
      ...requestFor(),
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

test('reports a failure when the background died before it sent anything', async () => {
  await store.setValue([{ ...requestFor(), phase: 'sending', knownIds: null }]);
  await start().sweep();
  expect(await store.getValue()).toEqual([
    { ...requestFor(), phase: 'failed', problem: { kind: 'interrupted' } },
  ]);
  expect(portal.requests).toEqual([]);
});

test.each([
  ['before the portal created the key', 0],
  ['after the portal created the key', 1],
])('sends nothing again when the background died %s, and finds %i', async (_, made) => {
  await store.setValue([{ ...requestFor(), phase: 'sending', knownIds: knownIds() }]);
  if (made) portal.addKeys('mfortin', [{ name: 'deploy' }]);
  await start().sweep();
  now += 60_000;
  await start().sweep();
  const created = stored().slice(0, made);
  expect(await store.getValue()).toMatchObject([
    {
      ...requestFor(),
      phase: 'lost',
      created: created.map(({ id, name }) => ({ id, name })),
      problem: { kind: 'unknown-outcome', pending: true },
    },
  ]);
  expect(posts()).toBe(0);
});

test('leaves a request in progress alone', async () => {
  const fetch = sessionFetch(portal);
  const handoffs = start(async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') {
      await handoffs.sweep();
      expect(await store.getValue()).toMatchObject([{ id: 'a', phase: 'sending' }]);
    }
    return fetch(request);
  });
  await handoffs.generate(requestFor());
  expect(await store.getValue()).toMatchObject([{ id: 'a', phase: 'ready' }]);
});

test('an answer that arrives during a sweep is not taken for a lost one', async () => {
  const later: Handoff = {
    ...requestFor('b'),
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
  await handoffs.generate(requestFor());
  stored.resolve();
  await swept;
  const entry = (await store.getValue()).find(({ id }) => id === 'a');
  expect(entry).toMatchObject({ phase: 'ready' });
});

// The window may repeat a click to the new background that the old one had already accepted.
test('resolves a request that died, even when its click is repeated', async () => {
  await store.setValue([{ ...requestFor(), phase: 'sending', knownIds: knownIds() }]);
  const handoffs = start();
  await handoffs.generate(requestFor());
  await handoffs.sweep();
  expect(await store.getValue()).toMatchObject([{ id: 'a', phase: 'lost', created: null }]);
  expect(posts()).toBe(0);
});

describe('a request the portal may still be working on', () => {
  const lost = async () => {
    const [entry] = await store.getValue();
    return entry?.phase === 'lost' ? entry.created?.map(({ id }) => id) : entry?.phase;
  };
  beforeEach(async () => {
    await store.setValue([{ ...requestFor(), phase: 'sending', knownIds: knownIds() }]);
    await start().sweep();
  });

  test('never counts as having created nothing within the first minute', async () => {
    now += 59_999;
    await start().recheckOutcome('a');
    expect(await lost()).toBeUndefined();
    now += 1;
    await start().sweep();
    expect(await lost()).toEqual([]);
  });

  test('counts as having created its key as soon as the list shows it', async () => {
    const [made] = portal.addKeys('mfortin', [{ name: 'deploy' }]);
    await start().sweep();
    expect(await lost()).toEqual([made?.id]);
  });

  test('is not judged by a list that shares no key with the previous one', async () => {
    now += 60_000;
    portal.seed(0);
    portal.addKeys('mfortin', [{ name: 'deploy' }]);
    await start().sweep();
    expect(await lost()).toBeUndefined();
  });

  test('is checked again when its time is over', async () => {
    const [entry] = await store.getValue();
    expect(nextSweepAt(entry ? [entry] : [], now)).toBe(now + 60_000);
  });
});

const REQUEST = { id: 'a', origin: 'https://portal.example.com', store: '', name: 'deploy' };
const ready: Handoff = {
  ...REQUEST,
  phase: 'ready',
  keyId: '1',
  knownIds: [],
  value: 'x',
  copied: false,
  expiresAt: 70_000,
};
const lostUntil = (openUntil: number, created: [] | null = null): Handoff => ({
  ...REQUEST,
  phase: 'lost',
  knownIds: [],
  created,
  openUntil,
  problem: { kind: 'unknown-outcome' },
});
test.each<[string, Handoff[], number | null]>([
  ['nothing', [], null],
  ['a value, until it expires', [ready], 70_000],
  ['a pending answer', [ready, { ...REQUEST, phase: 'sending', knownIds: [] }], 40_000],
  ['a request the portal may be working on', [lostUntil(50_000), ready], 50_000],
  ['a list that could not be read', [lostUntil(0), lostUntil(10_000)], null],
  ['a known outcome', [lostUntil(50_000, [])], null],
])('schedules the next sweep for %s', (_, all, when) => {
  expect(nextSweepAt(all, 10_000)).toBe(when);
});
