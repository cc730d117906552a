// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KnownList } from '../../../utils/keys/model';
import { createKeysModel } from '../../../utils/keys/model';
import type { Account } from '../../../utils/portal/client';
import { type Fault, type LocalPortal, startPortal } from '../../portal/server';
import { asked, clientOf, refill, sessionFetch } from '../portal/session';

const NOW = 1_700_000_000_000;

let portal: LocalPortal;
/** Is run between a request and its answer, with the answer in hand. */
let beforeAnswer: (request: Request) => Promise<void>;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  refill(portal);
  portal.settings.usersRead = false;
  beforeAnswer = async () => {};
});
afterAll(() => portal.close());

const keep = vi.fn<(list: KnownList | null) => Promise<void>>();
const learn = vi.fn<(account: Account) => Promise<void>>();

function open(known: KnownList | null = null) {
  keep.mockReset().mockResolvedValue();
  learn.mockReset().mockResolvedValue();
  const fetch = sessionFetch(portal);
  const client = clientOf(portal, async (input, init) => {
    const request = new Request(input, init);
    const response = await fetch(request);
    await beforeAnswer(request);
    return response;
  });
  return createKeysModel({ client: async () => client, keep, learn, now: () => NOW }, known);
}
type Model = ReturnType<typeof open>;

async function opened(): Promise<Model> {
  const model = open();
  await model.refresh();
  portal.requests.length = 0;
  return model;
}

const stored = () => portal.keysOf('mfortin');
const names = (model: Model) => model.keys.value?.map(({ name }) => name);
const firstId = () => stored()[0]?.id ?? '';
const KNOWN: KnownList = {
  keys: [{ id: '1', name: 'known before', lastIp: null, lastActivity: null }],
  readAt: 1,
  userName: 'mfortin',
};

describe('the list', () => {
  test('is at first the one that another window saw', () => {
    const model = open(KNOWN);
    expect(names(model)).toEqual(['known before']);
    expect(model.session.value).toBe('unknown');
    expect(portal.requests).toEqual([]);
  });

  test('is unknown when no window saw one', () => {
    expect(open().keys.value).toBeNull();
  });

  test('is then what the portal answers, and kept for the next window', async () => {
    const model = open(KNOWN);
    await model.refresh();
    expect(names(model)).toEqual(stored().map(({ name }) => name));
    expect(model.session.value).toBe('signed-in');
    expect(keep).toHaveBeenLastCalledWith({
      keys: model.keys.value,
      readAt: NOW,
      userName: 'mfortin',
    });
    expect(learn.mock.calls).toEqual([[{ base: '/api/v2', userName: 'mfortin' }]]);
    expect([model.problem.value, model.loading.value]).toEqual([null, false]);
  });

  test('is asked for once, however often it is refreshed at the same time', async () => {
    const model = open();
    const reading = [model.refresh(), model.refresh()];
    expect(model.loading.value).toBe(true);
    await Promise.all(reading);
    expect(asked(portal).filter((each) => each.includes('keys'))).toHaveLength(1);
  });

  test('stays on show when the portal fails', async () => {
    const model = open(KNOWN);
    portal.faults.push({ kind: 'status', status: 500 });
    await model.refresh();
    expect(names(model)).toEqual(['known before']);
    expect(model.problem.value).toMatchObject({ kind: 'server-error', status: 500 });
    expect([model.session.value, model.loading.value]).toEqual(['unknown', false]);
    expect(keep).not.toHaveBeenCalled();
  });

  test('is dropped, also for other windows, when the person is signed out', async () => {
    const model = await opened();
    portal.expireSessions();
    await model.refresh();
    expect(model.keys.value).toBeNull();
    expect(model.session.value).toBe('signed-out');
    expect(keep).toHaveBeenLastCalledWith(null);
  });

  test('comes back once the portal answers again', async () => {
    const model = open();
    portal.faults.push({ kind: 'status', status: 401, times: 1, route: '/rest/*' });
    await model.refresh();
    expect(model.session.value).toBe('signed-out');
    await model.refresh();
    expect([model.session.value, model.problem.value]).toEqual(['signed-in', null]);
    expect(model.keys.value).toHaveLength(3);
  });

  test('is shown although the account cannot be told', async () => {
    const model = open();
    portal.faults.push({ kind: 'status', status: 404, route: '/*/users' });
    await model.refresh();
    expect(model.keys.value).toHaveLength(3);
    expect(model.session.value).toBe('signed-in');
    expect(learn).not.toHaveBeenCalled();
  });

  test('never passes a defect for a problem of the portal', async () => {
    const defect = new TypeError('undefined is not a function');
    const client = () => Promise.reject(defect);
    const model = createKeysModel({ client, keep, learn, now: () => NOW }, null);
    await expect(model.refresh()).rejects.toBe(defect);
    await expect(model.revoke('1')).rejects.toBe(defect);
    expect([model.problem.value, model.loading.value]).toEqual([null, false]);
  });
});

const CHANGES = [
  ['renaming', (model: Model) => model.rename(firstId(), 'renamed')],
  ['revoking', (model: Model) => model.revoke(firstId())],
] as const;

describe.each(CHANGES)('%s', (what, change) => {
  const others = ['Mettre-à-jour-les-étiquettes', 'quarterly-usage-report'];
  const changed = what === 'renaming' ? ['renamed', ...others] : others;
  const unchanged = ['staging deploy', ...others];

  test('shows at once and is kept', async () => {
    const model = await opened();
    expect(await change(model)).toBeNull();
    expect(names(model)).toEqual(changed);
    expect(stored().map(({ name }) => name)).toEqual(changed);
    expect(keep.mock.lastCall?.[0]?.keys).toEqual(model.keys.value);
    expect(portal.requests).toHaveLength(1);
  });

  test('leaves the list alone when it is refused, and gives the problem', async () => {
    const model = await opened();
    portal.faults.push({ kind: 'status', status: 403 });
    expect(await change(model)).toMatchObject({ kind: 'forbidden', status: 403 });
    expect(names(model)).toEqual(unchanged);
    expect(model.problem.value).toBeNull();
  });

  test('tells that the person is signed out', async () => {
    const model = await opened();
    portal.expireSessions();
    expect(await change(model)).toMatchObject({ kind: 'signed-out' });
    expect(model.session.value).toBe('signed-out');
  });

  test.each([
    [true, null, changed],
    [false, { kind: 'unreachable' }, unchanged],
  ])('whose answer is lost is looked up (made: %s)', async (after, problem, list) => {
    const model = await opened();
    portal.faults.push({ kind: 'drop', after, times: 1 });
    expect(await change(model)).toEqual(problem);
    expect(names(model)).toEqual(list);
    expect(portal.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  // The portal behind a gateway may have made the change all the same, as it may for a new key.
  test.each<Fault>([
    { kind: 'status', status: 504, after: true, times: 1 },
    { kind: 'html', after: true, times: 1 },
  ])('that is answered by no portal (%j) is looked up too', async (fault) => {
    const model = await opened();
    portal.faults.push(fault);
    expect(await change(model)).toBeNull();
    expect(names(model)).toEqual(changed);
  });

  test('stays unknown when the list cannot be read after a lost answer', async () => {
    const model = await opened();
    portal.faults.push(
      { kind: 'drop', after: true, times: 1 },
      { kind: 'status', status: 500, route: 'GET' },
    );
    expect(await change(model)).toEqual({ kind: 'unknown-outcome' });
    expect(names(model)).toEqual(unchanged);
  });

  test('is not undone by a refresh that read the list before', async () => {
    const model = open();
    const answer = Promise.withResolvers<void>();
    beforeAnswer = ({ url }) => (url.endsWith('/users') ? answer.promise : Promise.resolve());
    const refreshing = model.refresh();
    await vi.waitUntil(() => model.keys.value !== null, { interval: 1, timeout: 4000 });
    expect(await change(model)).toBeNull();
    answer.resolve();
    await refreshing;
    expect(names(model)).toEqual(changed);
  });

  test('whose answer is lost is not judged by a list that was read before', async () => {
    const model = await opened();
    const answer = Promise.withResolvers<void>();
    const held = vi.fn(() => answer.promise);
    beforeAnswer = ({ method }) => (method === 'GET' ? held() : Promise.resolve());
    const refreshing = model.refresh();
    await vi.waitUntil(() => held.mock.calls.length > 0, { interval: 1, timeout: 4000 });
    portal.faults.push({
      kind: 'drop',
      after: true,
      route: what === 'renaming' ? 'PUT' : 'DELETE',
    });
    const outcome = change(model);
    await vi.waitUntil(() => portal.requests.some(({ method }) => method !== 'GET'), {
      interval: 1,
    });
    answer.resolve();
    expect(await outcome).toBeNull();
    await refreshing;
    expect(names(model)).toEqual(changed);
  });
});
