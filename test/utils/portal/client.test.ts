// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, type Knowledge } from '../../../utils/portal/client';
import { findKeys } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { type RouteSource, routesAt } from '../../../utils/portal/key-routes';
import { type LocalPortal, startPortal } from '../../portal/server';
import { cluesOf, problemFrom, requestLines, resetPortal, sessionFetch } from './session';

const PATH = '/rest/api_keys';
const ELSEWHERE = '/api/v1/apiKeys';

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => resetPortal(portal));
afterAll(() => portal.close());

const stored = (userName = 'mfortin') => portal.keysOf(userName);
const remember = vi.fn<Knowledge['remember']>();
const routesOf = (list: string, from: RouteSource) => ({
  ...routesAt(list, from),
  nameField: 'name',
});

interface Known {
  /** found by an earlier search */
  found?: string;
  /** how it was found */
  from?: RouteSource;
  /** set by hand, not tried yet */
  set?: string;
}
function connect({ found, from = 'probe', set }: Known = { found: PATH }, userName?: string) {
  remember.mockReset();
  const http = createHttp(portal.origin, sessionFetch(portal, userName));
  return createClient(http, {
    routes: set ? routesAt(set, 'set') : found ? routesOf(found, from) : undefined,
    confirmed: !set && Boolean(found),
    find: async () => (await findKeys(http, cluesOf(portal.origin))).routes,
    remember,
  });
}

test('stores unconfirmed routes once they answer, even if nothing else is new', async () => {
  remember.mockReset();
  const set = { ...routesOf(PATH, 'probe'), from: 'set' as const };
  const http = createHttp(portal.origin, sessionFetch(portal));
  const find = () => Promise.reject(new Error('There is nothing to search for.'));
  await createClient(http, { routes: set, confirmed: false, find, remember }).list();
  expect(remember.mock.calls).toEqual([[set]]);
});

describe('the keys', () => {
  test('are listed as stored, without their values', async () => {
    const keys = await connect().list();
    expect(keys).toEqual(
      stored().map(({ id, name, lastIp, lastActivity }) => ({
        id,
        name,
        lastIp,
        lastActivity: lastActivity && Date.parse(lastActivity),
      })),
    );
    expect(keys).toHaveLength(3);
  });

  test('are those of the signed-in user', async () => {
    const names = (await connect({ found: PATH }, 'iosei').list()).map(({ name }) => name);
    expect(names).toEqual(stored('iosei').map(({ name }) => name));
  });

  test('may number a thousand', async () => {
    portal.seed(1000);
    expect(await connect().list()).toHaveLength(1000);
  });
});

test('generating returns the new key and its value', async () => {
  const { key, value } = await connect().generate('nightly backup');
  const [made] = stored();
  expect(key).toEqual({ id: made?.id, name: 'nightly backup', lastIp: null, lastActivity: null });
  expect(value).toBe(made?.value);
  expect(requestLines(portal)).toEqual([`POST ${PATH}`]);
});

test('renaming changes only the name', async () => {
  const [first, ...others] = structuredClone(stored());
  await connect().rename(first?.id ?? '', 'été 2026 / ☃');
  expect(stored()).toEqual([{ ...first, name: 'été 2026 / ☃' }, ...others]);
});

test('revoking removes one key, and succeeds again when repeated', async () => {
  const client = connect();
  const [first, ...others] = structuredClone(stored());
  await client.revoke(first?.id ?? '');
  expect(stored()).toEqual(others);
  await client.revoke(first?.id ?? '');
  expect(stored()).toEqual(others);
});

// A gateway may answer 404 too, and so does a moved path.
test('a key that is still listed does not count as revoked because of a 404', async () => {
  const client = connect();
  portal.faults.push({ kind: 'status', status: 404, route: 'DELETE' });
  const problem = await problemFrom(client.revoke(stored()[0]?.id ?? ''));
  expect(problem.kind).toBe('not-found');
  expect(stored()).toHaveLength(3);
});

test('a key that is gone cannot be renamed', async () => {
  const problem = await problemFrom(connect().rename('gone', 'x'));
  expect(problem).toMatchObject({ kind: 'not-found', status: 404 });
});

test.each(['a/b', 'a b?c#d', 'é', '%2F'])('the id %j stays one segment of the path', async (id) => {
  portal.addKeys('mfortin', [{ id, name: 'odd' }]);
  await connect().rename(id, 'renamed');
  expect(stored().find((key) => key.id === id)?.name).toBe('renamed');
});

test.each([
  ['rename', 403, 'forbidden'],
  ['revoke', 403, 'forbidden'],
  ['revoke', 500, 'server-error'],
  ['revoke', 429, 'rate-limited'],
] as const)('a failure to %s with %i is %s', async (method, status, kind) => {
  portal.faults.push({ kind: 'status', status });
  const id = stored()[0]?.id ?? '';
  const client = connect();
  const failing = method === 'rename' ? client.rename(id, 'x') : client.revoke(id);
  expect((await problemFrom(failing)).kind).toBe(kind);
  expect(stored()[0]).toMatchObject({ id, name: 'staging deploy' });
});

describe('the path of the keys', () => {
  test('is searched for once and stored', async () => {
    portal.settings.keysPath = ELSEWHERE;
    const client = connect({});
    expect(await client.list()).toHaveLength(3);
    expect(remember.mock.calls).toEqual([[routesOf(ELSEWHERE, 'probe')]]);
    portal.requests.length = 0;
    await client.list();
    expect(requestLines(portal)).toEqual([`GET ${ELSEWHERE}`]);
  });

  test('is found before a key is generated', async () => {
    portal.settings.keysPath = ELSEWHERE;
    await connect({}).generate('x');
    expect(requestLines(portal).filter((request) => !request.startsWith('GET'))).toEqual([
      `POST ${ELSEWHERE}`,
    ]);
  });

  test('is found again after it has moved', async () => {
    const client = connect({ found: PATH });
    portal.settings.keysPath = ELSEWHERE;
    expect(await client.list()).toHaveLength(3);
    expect(remember.mock.calls).toEqual([[routesOf(ELSEWHERE, 'probe')]]);
  });

  // Such a path may contain the id of the previous user.
  test.each<RouteSource>(['page', 'openapi'])(
    'is searched for again when a path from %s is forbidden',
    async (from) => {
      const client = connect({ found: '/rest/users/7/api_keys', from });
      portal.faults.push({ kind: 'status', status: 403, route: '/rest/users/7/*' });
      expect(await client.list()).toHaveLength(3);
      expect(remember.mock.calls).toEqual([[routesOf(PATH, 'probe')]]);
    },
  );

  test('stays forbidden when the search finds nothing else', async () => {
    const client = connect({ found: '/rest/users/7/api_keys', from: 'page' });
    portal.settings.keysPath = '/rest/secret/place';
    portal.faults.push({ kind: 'status', status: 403, route: '/rest/users/7/*' });
    expect((await problemFrom(client.list())).kind).toBe('forbidden');
    expect(remember).not.toHaveBeenCalled();
  });

  test('is not searched for when it was set by hand, even when it is wrong', async () => {
    const client = connect({ set: '/rest/mistyped' });
    expect((await problemFrom(client.list())).kind).toBe('not-found');
    expect((await problemFrom(client.generate('x'))).kind).toBe('not-found');
    expect(requestLines(portal)).toEqual(['GET /rest/mistyped', 'GET /rest/mistyped']);
    expect(remember).not.toHaveBeenCalled();
  });

  test('set by hand must return a list before anything is changed there', async () => {
    portal.settings.keysPath = '/rest/custom/place';
    await connect({ set: '/rest/custom/place' }).generate('x');
    expect(requestLines(portal)).toEqual(['GET /rest/custom/place', 'POST /rest/custom/place']);
    expect(remember.mock.calls).toEqual([[routesOf('/rest/custom/place', 'set')]]);
  });

  test.each([
    ['has ended', 401, 'signed-out'],
    ['may not see keys', 403, 'forbidden'],
    ['is rate-limited', 429, 'rate-limited'],
    ['gets a server error', 500, 'server-error'],
  ])('is not searched for again when the session %s', async (_, status, kind) => {
    portal.faults.push({ kind: 'status', status });
    expect((await problemFrom(connect().list())).kind).toBe(kind);
    expect(requestLines(portal)).toEqual([`GET ${PATH}`]);
  });

  test('may be set with a trailing slash', async () => {
    const client = connect({ set: `${PATH}/` });
    const [key] = await client.list();
    await client.revoke(key?.id ?? '');
    expect(stored()).toHaveLength(2);
  });
});

describe('the account', () => {
  test.each([
    ['is named when the portal lists one user', 'iosei', 'iosei'],
    ['is not guessed from several users', 'mfortin', null],
  ])('%s', async (_, user, userName) => {
    expect(await connect({}, user).account()).toEqual({ base: '/api/v2', userName });
    expect(requestLines(portal)).toEqual(['GET /api/v2/users']);
  });

  test('comes from the newest API that answers', async () => {
    portal.faults.push({ kind: 'status', status: 404, route: '/api/v2/*' });
    expect((await connect().account())?.base).toBe('/api/v1');
  });

  test('is unknown when no documented API answers', async () => {
    portal.faults.push({ kind: 'status', status: 404 });
    expect(await connect().account()).toBeNull();
  });

  // Two more time-outs or refusals would add nothing.
  test.each([401, 429, 503])('is requested once when the portal answers %i', async (status) => {
    portal.faults.push({ kind: 'status', status });
    expect(await connect().account()).toBeNull();
    expect(requestLines(portal)).toEqual(['GET /api/v2/users']);
  });
});
