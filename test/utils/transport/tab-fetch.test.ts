// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHttp } from '../../../utils/portal/http';
import { fetchThrough } from '../../../utils/transport/tab-fetch';
import { problemFrom } from '../portal/session';

const PORTAL = 'https://portal.example.com';
const TAB = 7;

interface Injection {
  target: unknown;
  func(...args: unknown[]): unknown;
  args: unknown[];
}

/** Requests to the page's own `fetch`, and its answer. */
const pageFetch = vi.fn<typeof fetch>();
/** Runs an injected function like a tab, without the scope of its module. */
const inject = vi.fn(async ({ func, args }: Injection) => {
  const page = { location: new URL(at), fetch: pageFetch };
  const isolated = new Function('page', `with (page) return (${func.toString()})`)(page);
  return [{ result: await isolated(...structuredClone(args)) }];
});
const may = vi.fn(async (_method: string, _url: URL) => true);
const http = createHttp(PORTAL, fetchThrough(TAB, PORTAL, may));

let at: string;
beforeEach(() => {
  at = `${PORTAL}/home`;
  pageFetch.mockReset().mockImplementation(async (url) => answer('{"data":[]}', { url }));
  Object.assign(fakeBrowser.scripting, { executeScript: inject });
});
afterEach(() => {
  inject.mockClear();
  may.mockReset().mockResolvedValue(true);
});

/** Node's constructed responses have no URL of their own. */
function answer(body: string | null, { url, ...init }: ResponseInit & { url: unknown }) {
  return Object.defineProperty(new Response(body, init), 'url', { value: String(url) });
}

test('the tab sends a request unchanged and returns its answer', async () => {
  expect(await http.request('post', '/keys?org_id=1', { name: 'x' })).toEqual({ data: [] });
  expect(inject).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: TAB } }));
  expect(pageFetch).toHaveBeenCalledExactlyOnceWith(`${PORTAL}/keys?org_id=1`, {
    method: 'POST',
    body: '{"name":"x"}',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    cache: 'no-store',
    credentials: 'include',
    redirect: 'manual',
  });
});

test('a tab that moved on to another site sends nothing', async () => {
  at = 'https://elsewhere.example.com/';
  expect((await problemFrom(http.request('get', '/keys'))).kind).toBe('unreachable');
  expect(pageFetch).not.toHaveBeenCalled();
});

test('a request that is not allowed never reaches the tab', async () => {
  may.mockResolvedValue(false);
  expect((await problemFrom(http.request('get', '/billing'))).kind).toBe('unreachable');
  expect(may).toHaveBeenCalledWith('GET', new URL(`${PORTAL}/billing`));
  expect(inject).not.toHaveBeenCalled();
});

test.each([
  ['get', 'signed-out'],
  // The change may have been made before the redirect.
  ['post', 'unknown-outcome'],
] as const)('a redirect of %s means %s, as it does without a tab', async (method, kind) => {
  pageFetch.mockImplementation(async () => answer('', { url: 'https://login.example.com/' }));
  expect((await problemFrom(http.request(method, '/keys'))).kind).toBe(kind);
});

const LOST = { kind: 'unknown-outcome', pending: true };

test('a closed tab has not answered, and its request may still be in progress', async () => {
  inject.mockRejectedValueOnce(new Error('No tab with this id'));
  expect(await problemFrom(http.request('post', '/keys'))).toEqual(LOST);
});

test.each([
  ['get', { kind: 'time-out' }],
  ['post', LOST],
] as const)('a tab that never answers %s times out', async (method, problem) => {
  const time = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
  const pending = problemFrom(http.request(method, '/keys'));
  pageFetch.mockImplementation(() => {
    time.abort(new DOMException('The time is over.', 'TimeoutError'));
    return new Promise(() => {});
  });
  expect(await pending).toEqual(problem);
  expect(pageFetch).toHaveBeenCalledOnce();
});

test.each([null, {}, { status: 0 }, { status: 200, text: 1 }])(
  'a tab that returns %j has not answered',
  async (result) => {
    inject.mockResolvedValueOnce([{ result }]);
    expect(await problemFrom(http.request('post', '/keys'))).toEqual(LOST);
  },
);

// Signing out replaces the page, perhaps under the very request that asks whether the person is signed in.
test('reading is tried once more when the page was replaced under it', async () => {
  inject.mockRejectedValueOnce(new Error('Frame with ID 0 was removed.'));
  expect(await http.request('get', '/keys')).toEqual({ data: [] });
});
