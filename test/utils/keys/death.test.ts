// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextSweepAt } from '../../../utils/keys/handoff';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { handoffs as store } from '../../../utils/stored/memory';
import { type Fault, type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, refill, sessionFetch } from '../portal/session';
import { createLife, type Death } from './mortal';

/** For how many things a background waits from the click until its end is stored; a test counts them. */
const LIVES: { when: string; waits: number; faults: Fault[] }[] = [
  { when: 'the answer comes', waits: 10, faults: [] },
  {
    when: 'the answer takes its time',
    waits: 10,
    faults: [{ kind: 'latency', ms: 50, route: 'POST' }],
  },
  {
    when: 'the answer is lost',
    waits: 13,
    faults: [{ kind: 'drop', after: true, route: 'POST' }],
  },
  { when: 'nothing arrives', waits: 13, faults: [{ kind: 'drop', route: 'POST' }] },
];
const deathsIn = (waits: number): Death[] =>
  Array.from({ length: waits }, (_, at) =>
    (['not begun', 'under way', 'done'] as const).map((how) => ({ at: at + 1, how })),
  ).flat();

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

/** A background that ends as it is told to; all it leaves is what it stored and what it sent. */
function start(death: Death | null = null) {
  const life = createLife(death);
  const send = sessionFetch(portal);
  const fetch: typeof send = (input, init) => life.wait(() => send(input, init));
  const handoffs = createHandoffs({
    store: life.live(store),
    clientOf: () => life.wait(async () => clientOf(portal, fetch)),
    now: () => now,
    waitTime: () => life.wait(async () => 600_000),
  });
  return { ...handoffs, ...life };
}

const asked = () => ({ id: 'a', origin: portal.origin, store: '', name: 'deploy' });
const posts = () => portal.requests.filter(({ method }) => method === 'POST').length;
const dropped = () => portal.faults.some(({ kind }) => kind === 'drop');
const made = () => portal.keysOf('mfortin').slice(0, -3);
async function entry() {
  const [handoff, ...others] = await store.getValue();
  expect(others).toEqual([]);
  return handoff;
}

/** What the next background makes of it, at once and when the portal is no longer at work. */
async function tendedToTheEnd() {
  const left = await entry();
  await start().sweep();
  const first = await entry();
  if (left?.phase === 'sending' && first?.phase === 'lost') expect(first.created).not.toEqual([]);
  expect(first?.phase).not.toBe('sending');
  await vi.waitUntil(
    () => portal.requests.every(({ method, status }) => method === 'GET' || status || dropped()),
    { interval: 1, timeout: 4000 },
  );
  const when = nextSweepAt(first ? [first] : [], now);
  if (when !== null && first?.phase !== 'ready') now = when;
  await start().sweep();
  return entry();
}

describe.each(LIVES)('where $when, a background', ({ waits, faults }) => {
  const DEATHS = deathsIn(waits);
  beforeEach(() => {
    portal.faults.push(...faults);
  });

  test('that lives waits so often', async () => {
    const background = start();
    await background.generate(asked());
    expect(background.waits()).toBe(waits);
  });

  test.each(DEATHS)('that dies at wait $at ($how) loses nothing untold', async (death) => {
    const background = start(death);
    void background.generate(asked());
    await background.ended;
    const handoff = await tendedToTheEnd();

    expect(posts()).toBeLessThanOrEqual(1);
    expect(made().length).toBeLessThanOrEqual(posts());
    const [key] = made();
    switch (handoff?.phase) {
      case 'ready':
        expect(handoff).toMatchObject({ keyId: key?.id, value: key?.value });
        break;
      case 'lost':
        expect(handoff.created?.map(({ id }) => id)).toEqual(key ? [key.id] : []);
        break;
      case 'failed':
        expect(handoff.problem).toEqual({ kind: 'interrupted' });
        expect([key, posts()]).toEqual([undefined, 0]);
        break;
      default:
        // The click did not get as far as the storage.
        expect(handoff).toBeUndefined();
        expect(posts()).toBe(0);
    }
  });

  // The window that asked learns that nobody will answer, and tells the next background.
  test.each(DEATHS)(
    'that dies at wait $at ($how) and is told again sends one request',
    async (death) => {
      const background = start(death);
      void background.generate(asked());
      await background.ended;
      const next = start();
      await Promise.all([next.sweep(), next.generate(asked())]);
      const handoff = await tendedToTheEnd();
      expect(posts()).toBeLessThanOrEqual(1);
      expect(made().length).toBeLessThanOrEqual(posts());
      expect(handoff?.phase).toMatch(/^(?:ready|lost|failed)$/);
      if (handoff?.phase === 'failed') expect(made()).toEqual([]);
      if (handoff?.phase === 'lost') expect(handoff.created).toHaveLength(made().length);
    },
  );
});
