// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { get } from 'node:https';
import { expect, onTestFinished, test } from 'vitest';
import { sharedDomain } from './hosts.ts';
import { type PortalSettings, startPortal } from './server.ts';
import { defaultSettings } from './settings.ts';

async function start(settings: Partial<PortalSettings>) {
  const portal = await startPortal(settings);
  onTestFinished(() => portal.close());
  return portal;
}

test.each([
  ['127.0.0.1', 'localhost', undefined],
  ['localhost', 'api.localhost', undefined],
  ['portal.localhost', 'api.portal.localhost', 'portal.localhost'],
  ['app.portal.test', 'api.portal.test', 'portal.test'],
  ['portal.test', null, undefined],
])('pages on %s and the API on %s share %s', (host, apiHost, domain) => {
  expect(sharedDomain({ ...defaultSettings(), host, apiHost })).toBe(domain);
});

test('an API with its own host accepts the pages and is nowhere else', async () => {
  const portal = await start({ apiHost: 'localhost' });
  expect(portal.apiOrigin).toBe(portal.origin.replace('127.0.0.1', 'localhost'));
  const headers = { cookie: portal.signIn(), origin: portal.origin };
  const status = async (address: string, options = {}) =>
    (await fetch(address, { headers, redirect: 'manual', ...options })).status;
  expect(await status(`${portal.origin}/rest/api_keys`)).toBe(404);
  expect(await status(`${portal.apiOrigin}/home`)).toBe(404);

  const answer = await fetch(`${portal.apiOrigin}/rest/api_keys`, { headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe(portal.origin);
  const before = await fetch(`${portal.apiOrigin}/rest/api_keys`, { headers, method: 'OPTIONS' });
  expect([before.status, before.headers.get('access-control-allow-credentials')]).toEqual([
    204,
    'true',
  ]);
  const foreign = { ...headers, origin: 'https://elsewhere.example' };
  const other = await fetch(`${portal.apiOrigin}/rest/api_keys`, { headers: foreign });
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
});

test('signing in also sets a session on another site’s API host', async () => {
  const portal = await start({ apiHost: 'localhost' });
  const [user] = portal.users;
  const body = new URLSearchParams({
    username: user.userName,
    password: user.password,
    next: '/activity',
  });
  const redirect = 'manual';
  const signedIn = await fetch(`${portal.origin}/login`, { method: 'POST', body, redirect });
  const to = signedIn.headers.get('location') ?? '';
  expect(to).toContain(`${portal.apiOrigin}/login/handover?code=`);
  const handed = await fetch(to, { redirect });
  expect(handed.headers.get('location')).toBe(`${portal.origin}/activity`);
  expect(handed.headers.get('set-cookie')).toContain('Secure; SameSite=None');
  expect((await fetch(to, { redirect })).headers.get('set-cookie')).toBeNull();
});

test.each([
  ['lax', 'SameSite=Lax'],
  ['strict', 'SameSite=Strict'],
  ['none-secure', 'Secure; SameSite=None'],
  ['partitioned', 'Secure; SameSite=None; Partitioned'],
] as const)('over TLS, the session %s is a cookie with %s', async (session, attributes) => {
  const portal = await start({ https: true, session, csrf: 'xsrf' });
  expect(portal.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const ca = await readFile(new URL('tls/certificate.pem', import.meta.url));
  const headers = { cookie: portal.signIn() };
  const cookies = await new Promise((resolve, reject) =>
    get(`${portal.origin}/home`, { ca, headers }, (answer) => {
      answer.resume();
      resolve(answer.headers['set-cookie']);
    }).on('error', reject),
  );
  expect(cookies).toEqual([expect.stringMatching(`; Path=/; ${attributes}$`)]);
});

test('rejects a session that needs TLS without it', async () => {
  await expect(startPortal({ session: 'partitioned' })).rejects.toThrow(
    'The settings: "session" can only be partitioned with "https": true.',
  );
});
