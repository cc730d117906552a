// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Fault, type LocalPortal, startPortal } from './server.ts';
import { pageFetch } from './testing.ts';

const PATH = '/rest/api_keys';

let portal: LocalPortal;
let page: ReturnType<typeof pageFetch>;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  portal.faults.length = 0;
  portal.requests.length = 0;
  portal.seed(3);
  page = pageFetch(portal);
});
afterAll(() => portal.close());

const count = () => portal.keysOf('mfortin').length;

test.each<[Fault, number]>([
  [{ kind: 'drop' }, 3],
  [{ kind: 'drop', after: true }, 4],
])('%j drops the connection and leaves %i keys', async (fault, left) => {
  portal.faults.push(fault);
  await expect(page(PATH, 'POST', { name: 'x' })).rejects.toThrow('fetch failed');
  expect(count()).toBe(left);
  expect(portal.requests).toMatchObject([{ method: 'POST', status: null }]);
});

test.each<[Fault, number, number]>([
  [{ kind: 'status' }, 503, 3],
  [{ kind: 'status', status: 502, after: true }, 502, 4],
  [{ kind: 'status', status: 403 }, 403, 3],
  [{ kind: 'html' }, 200, 3],
  [{ kind: 'latency', ms: 1 }, 201, 4],
])('%j answers %i and leaves %i keys', async (fault, status, left) => {
  portal.faults.push(fault);
  const response = await page(PATH, 'POST', { name: 'x' });
  expect(response.status).toBe(status);
  expect(count()).toBe(left);
  expect(portal.requests).toMatchObject([{ status }]);
});

test('a 429 says when to retry', async () => {
  portal.faults.push({ kind: 'status', status: 429, retryAfter: 7 });
  expect((await page(PATH)).headers.get('retry-after')).toBe('7');
});

test('answers with a page instead of JSON, and with half an answer', async () => {
  portal.faults.push({ kind: 'html', times: 1 }, { kind: 'truncated', times: 1 });
  expect((await page(PATH)).headers.get('content-type')).toContain('text/html');
  await expect((await page(PATH)).json()).rejects.toThrow(SyntaxError);
  expect((await page(PATH)).status).toBe(200);
});

test('a hanging request ends when its sender gives up', async () => {
  portal.faults.push({ kind: 'hang' });
  const signal = AbortSignal.timeout(50);
  await expect(fetch(portal.origin + PATH, { signal })).rejects.toThrow(/timeout/);
});

test.each([
  ['POST /rest/api_keys', 200, 503],
  ['DELETE', 200, 201],
  ['/rest/*', 503, 503],
  ['/api/*', 200, 201],
])('the route %s affects what it names', async (route, get, post) => {
  portal.faults.push({ kind: 'status', route });
  expect((await page(PATH)).status).toBe(get);
  expect((await page(PATH, 'POST', { name: 'x' })).status).toBe(post);
});

test('latency combines with another fault', async () => {
  portal.faults.push({ kind: 'latency', ms: 1, times: 1 }, { kind: 'status', times: 1 });
  expect((await page(PATH)).status).toBe(503);
  expect(portal.faults).toEqual([]);
});

test('pages are never affected', async () => {
  portal.faults.push({ kind: 'status' });
  expect((await fetch(`${portal.origin}/login`)).status).toBe(200);
});
