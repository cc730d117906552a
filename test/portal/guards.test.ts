// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CSRF_NAMES } from './csrf.ts';
import { type LocalPortal, startPortal } from './server.ts';
import { csrfHeader, pageFetch } from './testing.ts';

const PATH = '/rest/api_keys';

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

test.each([
  ['its own', () => portal.origin, 201],
  ['a foreign', () => 'https://elsewhere.example', 403],
  ["an extension's", () => 'chrome-extension://abcdefghijklmnop', 403],
  ['no', () => undefined, 403],
])('with %s origin (%#), only the portal’s own may change keys', async (_whose, origin, status) => {
  portal.settings.originCheck = true;
  const page = pageFetch(portal);
  const own = origin();
  const headers: Record<string, string> = own === undefined ? {} : { origin: own };
  expect((await page(PATH, 'POST', { name: 'x' }, headers)).status).toBe(status);
  expect((await page(PATH, 'GET', undefined, headers)).status).toBe(200);
  portal.settings.originCheck = false;
});

test.each(['xsrf', 'csrftoken', 'custom'] as const)('a change needs the %s token', async (csrf) => {
  portal.settings.csrf = csrf;
  const names = CSRF_NAMES[csrf];
  const cookie = portal.signIn();
  const post = (headers: Record<string, string>) =>
    fetch(portal.origin + PATH, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: '{"name":"guarded"}',
    });
  expect((await post({})).status).toBe(403);
  expect((await post({ [names.header]: 'wrong' })).status).toBe(403);
  expect((await post(csrfHeader(portal, cookie))).status).toBe(201);

  const login = await fetch(`${portal.origin}/home`, { headers: { cookie } });
  expect(login.headers.getSetCookie()).toEqual([
    expect.stringMatching(`^${names.cookie}=\\w{32}; Path=/; SameSite=Lax$`),
  ]);
  portal.settings.csrf = 'none';
});
