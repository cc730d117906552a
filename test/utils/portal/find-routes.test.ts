// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findKeys } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { type Fault, type LocalPortal, startPortal } from '../../portal/server';
import { cluesOf, problemFrom, requestLines, resetPortal, sessionFetch } from './session';

const REQUESTS = [
  '/rest/docs/api/v3/openapi.json',
  '/rest/api_keys',
  '/rest/apiKeys',
  '/api/v2/api_keys',
  '/api/v2/apiKeys',
  '/api/v1/api_keys',
  '/api/v1/apiKeys',
  '/rest/users/me/api_keys',
  '/api/v2/users/me/api_keys',
];

let portal: LocalPortal;
/** The highest number of concurrent requests. */
let mostConcurrent = 0;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => resetPortal(portal));
afterAll(() => portal.close());

async function find(seen: string[] = []) {
  const fetch = sessionFetch(portal);
  let running = 0;
  mostConcurrent = 0;
  const http = createHttp(portal.origin, async (input, init) => {
    mostConcurrent = Math.max(mostConcurrent, ++running);
    try {
      return await fetch(input, init);
    } finally {
      running -= 1;
    }
  });
  return (await findKeys(http, cluesOf(portal.origin, seen))).routes.list;
}

test.each(REQUESTS.slice(1).map((path, at) => [path, at + 1]))(
  'finds %s after %i other requests, one by one',
  async (path, before) => {
    portal.settings.keysPath = path;
    expect(await find()).toBe(path);
    expect(requestLines(portal)).toEqual(
      REQUESTS.slice(0, before + 1).map((each) => `GET ${each}`),
    );
    expect(mostConcurrent).toBe(1);
  },
);

test('asks a portal without keys once per path, with GET only', async () => {
  portal.settings.keysPath = '/rest/secret/place';
  expect(await problemFrom(find())).toEqual({ kind: 'not-found' });
  expect(requestLines(portal)).toEqual(REQUESTS.map((path) => `GET ${path}`));
});

test.each<Fault>([
  { kind: 'status', status: 401 },
  { kind: 'status', status: 429, retryAfter: 5 },
  { kind: 'status', status: 500 },
])('%j ends the search at once', async (fault) => {
  portal.faults.push(fault);
  expect((await problemFrom(find())).kind).toMatch(/^(signed-out|rate-limited|server-error)$/);
  expect(requestLines(portal)).toEqual([`GET ${REQUESTS[0]}`]);
});

test('a portal that cannot be reached ends the search', async () => {
  portal.faults.push({ kind: 'drop' });
  expect((await problemFrom(find())).kind).toBe('unreachable');
  expect(new Set(requestLines(portal))).toEqual(new Set([`GET ${REQUESTS[0]}`]));
});

test.each<Fault>([
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 400 },
  { kind: 'html' },
  { kind: 'truncated' },
])('%j at one path does not end the search', async (fault) => {
  portal.settings.keysPath = '/rest/apiKeys';
  portal.faults.push({ ...fault, route: '/rest/api_keys' });
  expect(await find()).toBe('/rest/apiKeys');
});

test.each([
  ['/rest/organizations/7/apikeys', ['/api/v2/users', '/rest/organizations/7/apikeys']],
  ['/api/v2/credentials', ['/api/v2/credentials']],
])('tries %s first, because the page requested it', async (path, seen) => {
  portal.settings.keysPath = path;
  expect(await find(seen)).toBe(path);
  expect(requestLines(portal)).toEqual([`GET ${path}`]);
});

test('does not take another list the page requests for keys', async () => {
  expect(await find(['/api/v2/environments'])).toBe('/rest/api_keys');
});
