// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Problem } from '../../../utils/portal/errors';
import { createHttp } from '../../../utils/portal/http';
import { type Fault, type LocalPortal, startPortal } from '../../portal/server';
import { problemFrom, requestLines, resetPortal, sessionFetch } from './session';

const PATH = '/rest/api_keys';

let portal: LocalPortal;
let http: ReturnType<typeof createHttp>;
let sent: Request[] = [];
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  resetPortal(portal);
  sent = [];
  const fetch = sessionFetch(portal);
  http = createHttp(portal.origin, (input, init) => {
    const request = new Request(input, init);
    sent.push(request);
    return fetch(request);
  });
});
afterAll(() => portal.close());

const oneKey = () => `${PATH}/${portal.keysOf('mfortin')[0]?.id}`;
const WRITES = [
  ['post', () => PATH, { name: 'x' }],
  ['put', oneKey, { name: 'x' }],
  ['delete', oneKey, undefined],
] as const;

test('returns the JSON of an answer, and null for an empty one', async () => {
  expect(await http.request('get', PATH)).toMatchObject({ metadata: { recordCount: 3 } });
  expect(await http.request('delete', oneKey())).toBeNull();
});

describe('every request', () => {
  test.each(['get', 'post', 'put', 'delete'] as const)(
    '%s bypasses the cache and carries the session',
    async (method) => {
      const body = method === 'post' || method === 'put' ? { name: 'x' } : undefined;
      await http.request(method, method === 'get' || method === 'post' ? PATH : oneKey(), body);
      expect(sent).toHaveLength(1);
      expect(sent[0]).toMatchObject({
        method: method.toUpperCase(),
        cache: 'no-store',
        credentials: 'include',
        redirect: 'manual',
      });
      expect(sent[0]?.headers.get('accept')).toBe('application/json');
    },
  );

  test.each([
    'https://other.example/rest/api_keys',
    '//other.example/rest/api_keys',
    '/\\other.example/rest/api_keys',
    'http://127.0.0.1:1/rest/api_keys',
    'data:application/json,[]',
  ])('to %j is rejected before it is sent', async (path) => {
    expect((await problemFrom(http.request('get', path))).kind).toBe('unrecognised');
    expect(sent).toEqual([]);
  });
});

describe('a problem of the portal', () => {
  test.each<[Fault, Problem]>([
    [
      { kind: 'status', status: 401 },
      { kind: 'signed-out', status: 401 },
    ],
    [
      { kind: 'status', status: 403 },
      { kind: 'forbidden', status: 403 },
    ],
    [
      { kind: 'status', status: 404 },
      { kind: 'not-found', status: 404 },
    ],
    [
      { kind: 'status', status: 410 },
      { kind: 'not-found', status: 410 },
    ],
    [
      { kind: 'status', status: 400 },
      { kind: 'rejected', status: 400 },
    ],
    [
      { kind: 'status', status: 409 },
      { kind: 'rejected', status: 409 },
    ],
    [
      { kind: 'status', status: 429 },
      { kind: 'rate-limited', status: 429 },
    ],
    [
      { kind: 'status', status: 429, retryAfter: 7 },
      { kind: 'rate-limited', status: 429, retryAfter: 7 },
    ],
    [
      { kind: 'status', status: 500 },
      { kind: 'server-error', status: 500 },
    ],
    [
      { kind: 'status', status: 502 },
      { kind: 'server-error', status: 502 },
    ],
    [
      { kind: 'status', status: 503, retryAfter: 60 },
      { kind: 'server-error', status: 503, retryAfter: 60 },
    ],
  ])('%j is reported as %j, with its own message, after one request', async (fault, problem) => {
    portal.faults.push(fault);
    const reported = await problemFrom(http.request('get', PATH));
    expect(reported).toEqual({ ...problem, detail: expect.stringMatching(/^[A-Z].*\.$/) });
    expect(requestLines(portal)).toHaveLength(1);
  });

  test.each(['html', 'truncated'] as const)('%s is not recognised', async (kind) => {
    portal.faults.push({ kind });
    expect((await problemFrom(http.request('get', PATH))).kind).toBe('unrecognised');
  });

  test('includes what the portal says about a name', async () => {
    const problem = await problemFrom(http.request('post', PATH, { name: ' ' }));
    expect(problem).toEqual({ kind: 'rejected', status: 400, detail: 'The name is required.' });
  });
});

describe('a lost connection', () => {
  test('is retried once for a read', async () => {
    portal.faults.push({ kind: 'drop', times: 1 });
    expect(await http.request('get', PATH)).toMatchObject({ metadata: { recordCount: 3 } });
    expect(requestLines(portal)).toEqual([`GET ${PATH}`, `GET ${PATH}`]);
  });

  test('fails after the second attempt', async () => {
    portal.faults.push({ kind: 'drop' });
    expect(await problemFrom(http.request('get', PATH))).toEqual({ kind: 'unreachable' });
    expect(requestLines(portal)).toEqual([`GET ${PATH}`, `GET ${PATH}`]);
  });

  test.each(WRITES.flatMap((write) => [[...write, false] as const, [...write, true] as const]))(
    'leaves the outcome of %s unknown and is never retried (%#)',
    async (method, path, body, after) => {
      portal.faults.push({ kind: 'drop', after });
      expect(await problemFrom(http.request(method, path(), body))).toEqual({
        kind: 'unknown-outcome',
      });
      expect(portal.requests).toHaveLength(1);
    },
  );

  test.each(WRITES)('a server error to %s is not retried either', async (method, path, body) => {
    portal.faults.push({ kind: 'status', status: 503 });
    expect((await problemFrom(http.request(method, path(), body))).kind).toBe('server-error');
    expect(portal.requests).toHaveLength(1);
  });

  test('to a host that is not listening is unreachable', async () => {
    const gone = await startPortal();
    await gone.close();
    const problem = await problemFrom(createHttp(gone.origin).request('get', PATH));
    expect(problem).toEqual({ kind: 'unreachable' });
  });
});

describe('a portal that never answers', () => {
  /** Times out as soon as the portal has received the request. */
  function timeOutOnArrival() {
    const control = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(control.signal);
    portal.faults.push({ kind: 'hang' });
    void vi
      .waitUntil(() => portal.requests.length > 0, { interval: 1, timeout: 4000 })
      .then(() => {
        control.abort(new DOMException('The time is over.', 'TimeoutError'));
      });
    return timeout;
  }

  test('times out after ten seconds for a read', async () => {
    const timeout = timeOutOnArrival();
    expect(await problemFrom(http.request('get', PATH))).toEqual({ kind: 'time-out' });
    expect(timeout.mock.calls).toEqual([[10_000]]);
    expect(portal.requests).toHaveLength(1);
  });

  test.each(WRITES)('times out after twenty seconds for %s', async (method, path, body) => {
    const timeout = timeOutOnArrival();
    expect(await problemFrom(http.request(method, path(), body))).toEqual({
      kind: 'unknown-outcome',
      pending: true,
    });
    expect(timeout.mock.calls).toEqual([[20_000]]);
    expect(portal.requests).toHaveLength(1);
  });
});
