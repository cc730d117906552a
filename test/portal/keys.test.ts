// @vitest-environment node
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type LocalPortal, startPortal } from './server.ts';
import { keyFetch, pageFetch } from './testing.ts';

const portals: LocalPortal[] = [];
let portal: LocalPortal;
let page: ReturnType<typeof pageFetch>;
beforeEach(async () => {
  portal = await startPortal();
  portals.push(portal);
  page = pageFetch(portal);
});
afterAll(() => Promise.all(portals.map((each) => each.close())));

async function generate(name: string, path = '/rest/api_keys') {
  const response = await page(path, 'POST', { name });
  expect(response.status).toBe(201);
  return (await response.json()).data;
}

test('a generated key works until it is revoked', async () => {
  const key = await generate('nightly');
  expect(key.apiKey).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  const withKey = keyFetch(portal, key.apiKey);
  for (const base of ['/api/v1', '/api/v2', '/rest']) {
    expect((await withKey(`${base}/users`)).status).toBe(200);
  }
  expect((await page(`/rest/api_keys/${key.id}`, 'DELETE')).status).toBe(204);
  const refused = await withKey('/api/v2/users');
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ errors: [{ message: expect.any(String) }] });
});

test('lists the newest key first and never a value', async () => {
  const { apiKey } = await generate('newest');
  const text = await (await page('/rest/api_keys')).text();
  expect(JSON.parse(text).data[0]).toMatchObject({ name: 'newest', lastIp: null });
  for (const { value } of portal.keysOf('mfortin')) expect(text).not.toContain(value);
  expect(portal.keysOf('mfortin')[0]?.value).toBe(apiKey);
});

test('using a key changes its last IP and last activity', async () => {
  portal.clock.set('2026-03-01T12:00:00.000Z');
  const { apiKey, id } = await generate('used');
  portal.clock.advance(5000);
  await keyFetch(portal, apiKey)('/api/v1/environments', { 'x-forwarded-for': '203.0.113.9' });
  const { data } = await (await page('/rest/api_keys')).json();
  expect(data.find((key: { id: string }) => key.id === id)).toMatchObject({
    lastIp: '203.0.113.9',
    lastActivity: '2026-03-01T12:00:05.000Z',
  });
});

test('refuses a wrong key even with a session', async () => {
  const cookie = portal.signIn();
  const headers = { 'x-forwarded-for': '203.0.113.9', cookie };
  expect((await keyFetch(portal, 'x'.repeat(24))('/api/v1/users', headers)).status).toBe(401);
});

test('renaming keeps everything else', async () => {
  const before = portal.keysOf('mfortin')[1];
  const { data } = await (
    await page(`/rest/api_keys/${before?.id}`, 'PUT', { name: 'Renommée' })
  ).json();
  expect(data).toMatchObject({ name: 'Renommée', lastIp: before?.lastIp });
});

test.each([
  ['POST', '', { name: '  ' }, 400],
  ['POST', '', { name: 'x'.repeat(256) }, 400],
  ['POST', '', { name: 'x'.repeat(255) }, 201],
  ['POST', '', { name: 'staging deploy' }, 201],
  ['POST', '', {}, 400],
  ['PUT', '/unknown', { name: 'x' }, 404],
  ['DELETE', '/unknown', undefined, 404],
  ['PATCH', '', { name: 'x' }, 405],
])('%s %s %j is answered with %i', async (method, path, body, status) => {
  const response = await page(`/rest/api_keys${path}`, method, body);
  expect(response.status).toBe(status);
  if (status >= 400) expect((await response.json()).errors).toHaveLength(1);
});

test('path and field names are settings', async () => {
  portal.settings.keysPath = '/api/v2/credentials/keys';
  portal.settings.fields = { ...portal.settings.fields, id: 'uuid', value: 'secret' };
  const key = await generate('other dialect', '/api/v2/credentials/keys');
  expect(Object.keys(key)).toEqual([
    'uuid',
    'name',
    'lastIp',
    'lastActivity',
    'createdOn',
    'secret',
  ]);
  expect((await page(`/api/v2/credentials/keys/${key.uuid}`, 'DELETE')).status).toBe(204);
});

test('records every request without its secrets', async () => {
  const { apiKey } = await generate('recorded');
  await keyFetch(portal, apiKey)('/api/v2/users?a=b', { 'X-Test': 'yes' });
  expect(portal.requests).toMatchObject([
    { method: 'POST', path: '/rest/api_keys', status: 201, hasCookie: true, hasKey: false },
    { method: 'GET', path: '/api/v2/users', query: '?a=b', hasKey: true, status: 200 },
  ]);
  expect(portal.requests[1]?.headers).toMatchObject({ 'x-test': 'yes' });
  expect(JSON.stringify(portal.requests)).not.toContain(apiKey);
});
