// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalPortal, startPortal } from './server.ts';
import { pageFetch } from './testing.ts';

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

function signIn(password: string, next = '/home') {
  return fetch(`${portal.origin}/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ username: 'mfortin', password, next }),
  });
}

test('signing in sets a cookie that scripts cannot read and opens the requested page', async () => {
  const response = await signIn('demo-portal', '/profile/api-credentials');
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/profile/api-credentials');
  expect(response.headers.get('set-cookie')).toMatch(
    /^cmc_session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('the cookie follows the SameSite setting', async () => {
  portal.settings.sameSite = 'Strict';
  const response = await signIn('demo-portal');
  expect(response.headers.get('set-cookie')).toContain('SameSite=Strict');
});

test('a wrong password sets no cookie', async () => {
  const response = await signIn('wrong');
  expect(response.status).toBe(401);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
  'signing in never leads to another site: %s',
  async (next) => {
    expect((await signIn('demo-portal', next)).headers.get('location')).toBe('/home');
  },
);

test('a page without a session leads to signing in', async () => {
  const url = `${portal.origin}/profile/api-credentials?layout=profile`;
  const response = await fetch(url, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(
    `/login?next=${encodeURIComponent('/profile/api-credentials?layout=profile')}`,
  );
});

test('without a session, the key API answers 401 with errors', async () => {
  const response = await fetch(`${portal.origin}/rest/api_keys`);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ code: 2001 }] });
});

test('each user sees only their own keys', async () => {
  const first = await (await pageFetch(portal)('/rest/api_keys')).json();
  const second = await (await pageFetch(portal, 'iosei')('/rest/api_keys')).json();
  expect(first.metadata.recordCount).toBe(3);
  expect(second.metadata.recordCount).toBe(2);
});

test('a session expires after inactivity, but not while it is used', async () => {
  const get = pageFetch(portal);
  portal.clock.advance(59 * 60_000);
  expect((await get('/rest/api_keys')).status).toBe(200);
  portal.clock.advance(59 * 60_000);
  expect((await get('/rest/api_keys')).status).toBe(200);
  portal.clock.advance(61 * 60_000);
  expect((await get('/rest/api_keys')).status).toBe(401);
});

test('sessions can be expired on demand, and ended by signing out', async () => {
  const expired = pageFetch(portal);
  portal.expireSessions();
  expect((await expired('/rest/api_keys')).status).toBe(401);
  const left = pageFetch(portal);
  expect((await left('/logout', 'POST')).headers.get('set-cookie')).toContain('Max-Age=0');
  expect((await left('/rest/api_keys')).status).toBe(401);
});
