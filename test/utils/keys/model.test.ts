// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KnownList } from '../../../utils/keys/key-list';
import { createKeysModel } from '../../../utils/keys/model';
import type { Account } from '../../../utils/portal/client';
import type { ApiKey } from '../../../utils/portal/schema';
import { type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, requestLines, resetPortal, sessionFetch } from '../portal/session';

const NOW = 1_700_000_000_000;

let portal: LocalPortal;
/** Runs after the portal has answered, before the model sees the answer. */
let beforeAnswer: (request: Request) => Promise<void>;
/** Sends requests with the browser's current session. */
let currentFetch: typeof fetch;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  resetPortal(portal);
  portal.seed(null, 'iosei');
  portal.settings.usersRead = false;
  beforeAnswer = async () => {};
});
afterAll(() => portal.close());

const keep = vi.fn<(list: KnownList | null) => Promise<void>>();
const learn = vi.fn<(account: Account) => Promise<void>>();

function open(known: KnownList | null = null) {
  keep.mockReset().mockResolvedValue();
  learn.mockReset().mockResolvedValue();
  currentFetch = sessionFetch(portal);
  const client = clientOf(portal, async (input, init) => {
    const request = new Request(input, init);
    const response = await currentFetch(request);
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
const firstKey = (model: Model) => model.keys.value?.[0] as ApiKey;
const shownTo = (model: Model) => model.list.value?.userName ?? null;
const KNOWN: KnownList = {
  keys: [{ id: '1', name: 'known before', lastIp: null, lastActivity: null }],
  readAt: 1,
  userName: 'mfortin',
};

describe('the list', () => {
  test('starts as the one another window stored', () => {
    const model = open(KNOWN);
    expect(names(model)).toEqual(['known before']);
    expect(model.session.value).toBe('unknown');
    expect(portal.requests).toEqual([]);
  });

  test('is unknown when no window stored one', () => {
    expect(open().keys.value).toBeNull();
  });

  test('becomes the portal’s answer, and is stored for the next window', async () => {
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

  test('is requested once by simultaneous refreshes', async () => {
    const model = open();
    const reading = [model.refresh(), model.refresh()];
    expect(model.loading.value).toBe(true);
    await Promise.all(reading);
    expect(requestLines(portal).filter((each) => each.includes('keys'))).toHaveLength(1);
  });

  test('stays visible when the portal fails', async () => {
    const model = open(KNOWN);
    portal.faults.push({ kind: 'status', status: 500 });
    await model.refresh();
    expect(names(model)).toEqual(['known before']);
    expect(model.problem.value).toMatchObject({ kind: 'server-error', status: 500 });
    expect([model.session.value, model.loading.value]).toEqual(['unknown', false]);
    expect(keep).not.toHaveBeenCalled();
  });

  test('is dropped, also for other windows, when the user is signed out', async () => {
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

  test('is shown even when the account is unknown', async () => {
    const model = open();
    portal.faults.push({ kind: 'status', status: 404, route: '/*/users' });
    await model.refresh();
    expect(model.keys.value).toHaveLength(3);
    expect(model.session.value).toBe('signed-in');
    expect(learn).not.toHaveBeenCalled();
  });

  test('never reports a bug as a problem of the portal', async () => {
    const defect = new TypeError('undefined is not a function');
    const client = () => Promise.reject(defect);
    const model = createKeysModel({ client, keep, learn, now: () => NOW }, null);
    await expect(model.refresh()).rejects.toBe(defect);
    await expect(model.revoke(KNOWN.keys[0] as ApiKey, null)).rejects.toBe(defect);
    expect([model.problem.value, model.loading.value]).toEqual([null, false]);
  });
});

const CHANGES = [
  ['renaming', (model: Model) => model.rename(firstKey(model), shownTo(model), 'renamed')],
  ['revoking', (model: Model) => model.revoke(firstKey(model), shownTo(model))],
] as const;

describe.each(CHANGES)('%s', (what, change) => {
  const others = ['Mettre-à-jour-les-étiquettes', 'quarterly-usage-report'];
  const changed = what === 'renaming' ? ['renamed', ...others] : others;
  const unchanged = ['staging deploy', ...others];
  const verb = what === 'renaming' ? 'PUT' : 'DELETE';

  test('shows at once and is stored', async () => {
    const model = await opened();
    expect(await change(model)).toBeNull();
    expect(names(model)).toEqual(changed);
    expect(stored().map(({ name }) => name)).toEqual(changed);
    expect(keep.mock.lastCall?.[0]?.keys).toEqual(model.keys.value);
    expect(requestLines(portal).map((each) => each.split('/', 1)[0])).toEqual([
      'GET ',
      'GET ',
      `${verb} `,
    ]);
  });

  test('leaves the list unchanged when rejected, and returns the problem', async () => {
    const model = await opened();
    portal.faults.push({ kind: 'status', status: 403, route: verb });
    expect(await change(model)).toMatchObject({ kind: 'forbidden', status: 403 });
    expect(names(model)).toEqual(unchanged);
    expect(model.problem.value).toBeNull();
  });

  test('reports that the user is signed out', async () => {
    const model = await opened();
    portal.expireSessions();
    expect(await change(model)).toMatchObject({ kind: 'signed-out' });
    expect(model.session.value).toBe('signed-out');
  });

  test.each([
    ['has another name', () => Object.assign(stored()[0] ?? {}, { name: 'other' }), 'other'],
    ['is gone', () => portal.seed(0), undefined],
  ])('is not sent for a key that %s, and the list is read again', async (_, meanwhile, name) => {
    const model = await opened();
    meanwhile();
    expect(await change(model)).toEqual({ kind: 'changed' });
    expect(names(model)?.[0]).toBe(name);
    expect(model.problem.value).toEqual({ kind: 'changed' });
    expect(requestLines(portal).filter((each) => each.startsWith(verb))).toEqual([]);
    await model.refresh();
    expect(model.problem.value).toBeNull();
  });

  test('is not sent in another user’s session, where the same id and name belong to another key', async () => {
    const model = await opened();
    const { id, name } = firstKey(model);
    portal.addKeys('iosei', [{ id, name }]);
    currentFetch = sessionFetch(portal, 'iosei');
    expect(await change(model)).toEqual({ kind: 'changed' });
    expect(requestLines(portal).filter((each) => each.startsWith(verb))).toEqual([]);
    expect(model.list.value?.userName).toBe('iosei');
  });

  test('with a lost answer is not judged by another user’s list', async () => {
    const model = await opened();
    const [own, others] = [currentFetch, sessionFetch(portal, 'iosei')];
    portal.faults.push({ kind: 'drop', after: true, route: verb });
    currentFetch = (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'GET') return own(request);
      currentFetch = others;
      return own(request);
    };
    expect(await change(model)).toEqual({ kind: 'unknown-outcome' });
    expect(model.list.value?.userName).toBe('iosei');
  });

  test('is not undone by a refresh that read the list earlier', async () => {
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

  test('with a lost answer is not judged by a list read earlier', async () => {
    const model = await opened();
    const answer = Promise.withResolvers<void>();
    let lists = 0;
    // The change reads the list first; the second list, which is held back, is read for the window.
    const held = Promise.withResolvers<void>();
    beforeAnswer = async ({ url }) => {
      if (!url.includes('keys')) return lists === 1 ? held.promise : undefined;
      lists += 1;
      if (lists === 2) {
        held.resolve();
        await answer.promise;
      }
    };
    portal.faults.push({ kind: 'drop', after: true, route: verb });
    const outcome = change(model);
    await vi.waitUntil(() => lists === 1, { interval: 1, timeout: 4000 });
    const refreshing = model.refresh();
    await vi.waitUntil(() => portal.requests.some(({ method }) => method === verb), {
      interval: 1,
      timeout: 4000,
    });
    answer.resolve();
    expect(await outcome).toBeNull();
    await refreshing;
    expect(names(model)).toEqual(changed);
  });
});
