// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Handoff } from '../../../utils/keys/handoff';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { PortalError } from '../../../utils/portal/errors';
import { handoffs as store } from '../../../utils/stored/memory';
import { type Fault, type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, resetPortal, sessionFetch } from '../portal/session';

const WAIT = 600_000;

let portal: LocalPortal;
let now = 0;
/** Runs while a POST is in progress. */
let duringPost: () => Promise<void>;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  fakeBrowser.reset();
  resetPortal(portal);
  now = 1_000_000;
  duringPost = async () => {};
});
afterAll(() => portal.close());

/** A freshly started background. */
function start(connected = true) {
  const fetch = sessionFetch(portal);
  const client = clientOf(portal, async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') await duringPost();
    return fetch(request);
  });
  return createHandoffs({
    store,
    now: () => now,
    waitTime: async () => WAIT,
    clientOf: async () => {
      if (!connected) throw new PortalError({ kind: 'no-permission' });
      return client;
    },
  });
}

const requestFor = (id: string, name = 'deploy') => ({
  id,
  origin: portal.origin,
  store: '',
  name,
});
const posts = () => portal.requests.filter(({ method }) => method === 'POST').length;
const stored = () => portal.keysOf('mfortin');
const idsOf = (keys: { id: string }[]) => keys.map(({ id }) => id);
async function entry(id: string): Promise<Handoff | undefined> {
  return (await store.getValue()).find((each) => each.id === id);
}

describe('a generated key', () => {
  test('is stored with exactly the value the portal created', async () => {
    const knownIds = idsOf(stored());
    await start().generate(requestFor('a'));
    const [made] = stored();
    expect(await store.getValue()).toEqual([
      {
        ...requestFor('a'),
        phase: 'ready',
        keyId: made?.id,
        knownIds,
        value: made?.value,
        copied: false,
        expiresAt: now + WAIT,
      },
    ]);
  });

  test('is stored as in progress, with the earlier ids, until the answer arrives', async () => {
    const before = idsOf(stored());
    duringPost = async () => {
      expect(await entry('a')).toEqual({ ...requestFor('a'), phase: 'sending', knownIds: before });
    };
    await start().generate(requestFor('a'));
    expect((await entry('a'))?.phase).toBe('ready');
  });

  test('is requested once, however often one click is repeated', async () => {
    const handoffs = start();
    await Promise.all([handoffs.generate(requestFor('a')), handoffs.generate(requestFor('a'))]);
    await handoffs.generate(requestFor('a'));
    await start().generate(requestFor('a'));
    expect(posts()).toBe(1);
    expect(await store.getValue()).toHaveLength(1);
  });

  test('does not overwrite others generated at the same time', async () => {
    const handoffs = start();
    const ids = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(ids.map((id) => handoffs.generate(requestFor(id, `key ${id}`))));
    const all = await store.getValue();
    expect(idsOf(all).sort()).toEqual(ids);
    const values = all.map((each) => each.phase === 'ready' && [each.name, each.value]);
    expect(new Set(values.map(String))).toEqual(
      new Set(
        stored()
          .slice(0, 5)
          .map(({ name, value }) => `${name},${value}`),
      ),
    );
  });

  test('is marked as copied, and deleted when the user is done', async () => {
    const handoffs = start();
    await handoffs.generate(requestFor('a'));
    await handoffs.generate(requestFor('b'));
    await Promise.all([handoffs.copied('a'), handoffs.finish('b'), handoffs.copied('none')]);
    expect(await store.getValue()).toMatchObject([{ id: 'a', copied: true }]);
  });

  test('is still stored after the storage has failed once', async () => {
    const handoffs = start();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(handoffs.generate(requestFor('b'))).rejects.toThrow('full');
    await handoffs.generate(requestFor('a'));
    expect((await entry('a'))?.phase).toBe('ready');
  });
});

describe('a rejected key', () => {
  test.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [422, 'rejected'],
    [429, 'rate-limited'],
  ])('has failed, with the reason (%i)', async (status, kind) => {
    portal.faults.push({ kind: 'status', status, route: 'POST' });
    await start().generate(requestFor('a'));
    expect(await entry('a')).toMatchObject({ phase: 'failed', problem: { kind, status } });
    expect([posts(), stored().length]).toEqual([1, 3]);
  });

  test.each<[string, () => void, string]>([
    ['the session has ended', () => portal.expireSessions(), 'signed-out'],
    ['the list cannot be read', () => portal.faults.push({ kind: 'status' }), 'server-error'],
  ])('is never requested when %s', async (_, prepare, kind) => {
    const handoffs = start();
    prepare();
    await handoffs.generate(requestFor('a'));
    expect(await entry('a')).toMatchObject({ phase: 'failed', problem: { kind } });
    expect(posts()).toBe(0);
  });

  test('is never requested from a portal without permission', async () => {
    await start(false).generate(requestFor('a'));
    expect(await entry('a')).toMatchObject({ problem: { kind: 'no-permission' } });
    expect(portal.requests).toEqual([]);
  });
});

describe('a lost answer', () => {
  test.each<[Fault, created: number]>([
    [{ kind: 'drop' }, 0],
    [{ kind: 'drop', after: true }, 1],
  ])(
    'is looked up in the list, even with another key of that name (%j, created: %i)',
    async (fault, created) => {
      portal.addKeys('mfortin', [{ name: 'deploy' }]);
      portal.faults.push({ ...fault, route: 'POST' });
      await start().generate(requestFor('a'));
      const lost = await entry('a');
      expect(lost).toMatchObject({ phase: 'lost' });
      expect(lost?.phase === 'lost' && idsOf(lost.created ?? [])).toEqual(
        idsOf(stored()).slice(0, created),
      );
      expect([posts(), stored().length]).toEqual([1, 4 + created]);
    },
  );

  test('stays unknown while the list cannot be read, and is resolved later', async () => {
    const handoffs = start();
    portal.faults.push({ kind: 'drop', after: true, route: 'POST' });
    duringPost = async () => {
      portal.faults.push({ kind: 'status', route: 'GET' });
    };
    await handoffs.generate(requestFor('a'));
    expect(await entry('a')).toMatchObject({
      phase: 'lost',
      created: null,
      problem: { kind: 'server-error', status: 503 },
    });
    portal.faults.length = 0;
    await handoffs.recheckOutcome('a');
    expect(await entry('a')).toMatchObject({ created: [{ id: stored()[0]?.id }] });
    expect(posts()).toBe(1);
  });

  // "A key was created, revoke it" must never point at a key whose value did arrive.
  test('is not attributed to another key of the same name that did arrive', async () => {
    const handoffs = start();
    portal.faults.push({ kind: 'drop', times: 1, route: 'POST' });
    await handoffs.generate(requestFor('lost'));
    await handoffs.generate(requestFor('arrived'));
    await handoffs.recheckOutcome('lost');
    expect(await entry('arrived')).toMatchObject({ phase: 'ready', keyId: stored()[0]?.id });
    expect(await entry('lost')).toMatchObject({ phase: 'lost', created: [] });
  });

  test.each(['ready', 'none'])(
    'is the only thing that is rechecked: %s stays the same',
    async (id) => {
      const handoffs = start();
      await handoffs.generate(requestFor('ready'));
      const before = await store.getValue();
      portal.requests.length = 0;
      await handoffs.recheckOutcome(id);
      expect(await store.getValue()).toEqual(before);
      expect(portal.requests).toEqual([]);
    },
  );
});
