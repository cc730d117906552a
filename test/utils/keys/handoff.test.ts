// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Handoff } from '../../../utils/keys/handoff';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { PortalError } from '../../../utils/portal/errors';
import { handoffs as store } from '../../../utils/stored/memory';
import { type Fault, type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, refill, sessionFetch } from '../portal/session';

const WAIT = 600_000;

let portal: LocalPortal;
let now = 0;
/** Is run while a POST is on its way. */
let meanwhile: () => Promise<void>;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  fakeBrowser.reset();
  refill(portal);
  now = 1_000_000;
  meanwhile = async () => {};
});
afterAll(() => portal.close());

/** What a background that has just been started would do. */
function start(connected = true) {
  const fetch = sessionFetch(portal);
  const client = clientOf(portal, async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') await meanwhile();
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

const ask = (id: string, name = 'deploy') => ({ id, origin: portal.origin, store: '', name });
const posts = () => portal.requests.filter(({ method }) => method === 'POST').length;
const stored = () => portal.keysOf('mfortin');
const idsOf = (keys: { id: string }[]) => keys.map(({ id }) => id);
async function entry(id: string): Promise<Handoff | undefined> {
  return (await store.getValue()).find((each) => each.id === id);
}

describe('a key that is generated', () => {
  test('waits with exactly the value that the portal made', async () => {
    const knownIds = idsOf(stored());
    await start().generate(ask('a'));
    const [made] = stored();
    expect(await store.getValue()).toEqual([
      {
        ...ask('a'),
        phase: 'ready',
        keyId: made?.id,
        knownIds,
        value: made?.value,
        copied: false,
        expiresAt: now + WAIT,
      },
    ]);
  });

  test('is seen to be under way, with what there was before, until the answer comes', async () => {
    const before = idsOf(stored());
    meanwhile = async () => {
      expect(await entry('a')).toEqual({ ...ask('a'), phase: 'sending', knownIds: before });
    };
    await start().generate(ask('a'));
    expect((await entry('a'))?.phase).toBe('ready');
  });

  test('is asked for once, however often one click is told', async () => {
    const handoffs = start();
    await Promise.all([handoffs.generate(ask('a')), handoffs.generate(ask('a'))]);
    await handoffs.generate(ask('a'));
    await start().generate(ask('a'));
    expect(posts()).toBe(1);
    expect(await store.getValue()).toHaveLength(1);
  });

  test('does not overwrite others that are generated at the same time', async () => {
    const handoffs = start();
    const ids = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(ids.map((id) => handoffs.generate(ask(id, `key ${id}`))));
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

  test('is marked as copied, and forgotten when its person is done', async () => {
    const handoffs = start();
    await handoffs.generate(ask('a'));
    await handoffs.generate(ask('b'));
    await Promise.all([handoffs.copied('a'), handoffs.finish('b'), handoffs.copied('none')]);
    expect(await store.getValue()).toMatchObject([{ id: 'a', copied: true }]);
  });

  test('is still kept after the storage failed once', async () => {
    const handoffs = start();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(handoffs.generate(ask('b'))).rejects.toThrow('full');
    await handoffs.generate(ask('a'));
    expect((await entry('a'))?.phase).toBe('ready');
  });
});

describe('a key that was refused', () => {
  test.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [422, 'rejected'],
    [429, 'rate-limited'],
  ])('with %i has failed and says why', async (status, kind) => {
    portal.faults.push({ kind: 'status', status, route: 'POST' });
    await start().generate(ask('a'));
    expect(await entry('a')).toMatchObject({ phase: 'failed', problem: { kind, status } });
    expect([posts(), stored().length]).toEqual([1, 3]);
  });

  test.each<[string, () => void, string]>([
    ['the session is over', () => portal.expireSessions(), 'signed-out'],
    ['the list cannot be read', () => portal.faults.push({ kind: 'status' }), 'server-error'],
  ])('is never sent when %s', async (_, prepare, kind) => {
    const handoffs = start();
    prepare();
    await handoffs.generate(ask('a'));
    expect(await entry('a')).toMatchObject({ phase: 'failed', problem: { kind } });
    expect(posts()).toBe(0);
  });

  test('is never sent to a portal that may not be reached', async () => {
    await start(false).generate(ask('a'));
    expect(await entry('a')).toMatchObject({ problem: { kind: 'no-permission' } });
    expect(portal.requests).toEqual([]);
  });
});

describe('an answer that never came', () => {
  test.each<[Fault, created: number]>([
    [{ kind: 'drop' }, 0],
    [{ kind: 'drop', after: true }, 1],
    [{ kind: 'status', status: 500 }, 0],
    [{ kind: 'status', status: 502, after: true }, 1],
    [{ kind: 'html', after: true }, 1],
    [{ kind: 'truncated' }, 1],
  ])('(%j) is compared with the list, which shows %i new keys', async (fault, created) => {
    portal.addKeys('mfortin', [{ name: 'deploy' }]);
    portal.faults.push({ ...fault, route: 'POST' });
    await start().generate(ask('a'));
    const lost = await entry('a');
    expect(lost).toMatchObject({ phase: 'lost' });
    expect(lost?.phase === 'lost' && idsOf(lost.created ?? [])).toEqual(
      idsOf(stored()).slice(0, created),
    );
    expect([posts(), stored().length]).toEqual([1, 4 + created]);
  });

  test('stays unknown while the list cannot be read, and is settled later', async () => {
    const handoffs = start();
    portal.faults.push({ kind: 'drop', after: true, route: 'POST' });
    meanwhile = async () => {
      portal.faults.push({ kind: 'status', route: 'GET' });
    };
    await handoffs.generate(ask('a'));
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
  test('is not blamed on another key of the same name that did arrive', async () => {
    const handoffs = start();
    portal.faults.push({ kind: 'drop', times: 1, route: 'POST' });
    await handoffs.generate(ask('lost'));
    await handoffs.generate(ask('arrived'));
    await handoffs.recheckOutcome('lost');
    expect(await entry('arrived')).toMatchObject({ phase: 'ready', keyId: stored()[0]?.id });
    expect(await entry('lost')).toMatchObject({ phase: 'lost', created: [] });
  });

  test.each(['ready', 'none'])('alone is looked into: %s is left as it is', async (id) => {
    const handoffs = start();
    await handoffs.generate(ask('ready'));
    const before = await store.getValue();
    portal.requests.length = 0;
    await handoffs.recheckOutcome(id);
    expect(await store.getValue()).toEqual(before);
    expect(portal.requests).toEqual([]);
  });
});
