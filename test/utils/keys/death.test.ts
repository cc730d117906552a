// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextSweepAt } from '../../../utils/keys/handoff';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { handoffs as store } from '../../../utils/stored/memory';
import { type Fault, type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, resetPortal, sessionFetch } from '../portal/session';
import { createLife, type Death } from './life';

/** The number of awaits from the click until the outcome is stored; a test counts them. */
const SITUATIONS: { when: string; waits: number; faults: Fault[] }[] = [
  { when: 'the answer arrives', waits: 10, faults: [] },
  {
    when: 'the answer is slow',
    waits: 10,
    faults: [{ kind: 'latency', ms: 50, route: 'POST' }],
  },
  {
    when: 'the answer is lost',
    waits: 13,
    faults: [{ kind: 'drop', after: true, route: 'POST' }],
  },
  { when: 'the request is lost', waits: 13, faults: [{ kind: 'drop', route: 'POST' }] },
];
const deathsIn = (waits: number): Death[] =>
  Array.from({ length: waits }, (_, at) =>
    (['not started', 'in progress', 'done'] as const).map((how) => ({ at: at + 1, how })),
  ).flat();

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

/** A background that stops as planned, leaving only what it has stored and sent. */
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

const request = () => ({ id: 'a', origin: portal.origin, store: '', name: 'deploy' });
const posts = () => portal.requests.filter(({ method }) => method === 'POST').length;
const isDropped = () => portal.faults.some(({ kind }) => kind === 'drop');
const made = () => portal.keysOf('mfortin').slice(0, -3);
async function entry() {
  const [handoff, ...others] = await store.getValue();
  expect(others).toEqual([]);
  return handoff;
}

/** The outcome the next background finds, at once and after the portal has finished. */
async function finalOutcome() {
  const left = await entry();
  await start().sweep();
  const first = await entry();
  if (left?.phase === 'sending' && first?.phase === 'lost') expect(first.created).not.toEqual([]);
  expect(first?.phase).not.toBe('sending');
  await vi.waitUntil(
    () => portal.requests.every(({ method, status }) => method === 'GET' || status || isDropped()),
    { interval: 1, timeout: 4000 },
  );
  const when = nextSweepAt(first ? [first] : [], now);
  if (when !== null && first?.phase !== 'ready') now = when;
  await start().sweep();
  return entry();
}

describe.each(SITUATIONS)('where $when, a background', ({ waits, faults }) => {
  const DEATHS = deathsIn(waits);
  beforeEach(() => {
    portal.faults.push(...faults);
  });

  test('that survives awaits this often', async () => {
    const background = start();
    await background.generate(request());
    expect(background.waits()).toBe(waits);
  });

  test.each(DEATHS)(
    'that dies at await $at ($how) loses no key without saying so',
    async (death) => {
      const background = start(death);
      void background.generate(request());
      await background.ended;
      const handoff = await finalOutcome();

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
          // The click never reached the storage.
          expect(handoff).toBeUndefined();
          expect(posts()).toBe(0);
      }
    },
  );

  // The window learns that no answer will come, and repeats its click to the next background.
  test.each(DEATHS)(
    'that dies at await $at ($how) sends one request, even when the click is repeated',
    async (death) => {
      const background = start(death);
      void background.generate(request());
      await background.ended;
      const next = start();
      await Promise.all([next.sweep(), next.generate(request())]);
      const handoff = await finalOutcome();
      expect(posts()).toBeLessThanOrEqual(1);
      expect(made().length).toBeLessThanOrEqual(posts());
      expect(handoff?.phase).toMatch(/^(?:ready|lost|failed)$/);
      if (handoff?.phase === 'failed') expect(made()).toEqual([]);
      if (handoff?.phase === 'lost') expect(handoff.created).toHaveLength(made().length);
    },
  );
});
