// @vitest-environment node
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type LocalPortal, type PortalSettings, startPortal } from './server.ts';
import { pageFetch } from './testing.ts';

const OPENAPI = '/rest/docs/api/v3/openapi.json';

const portals: LocalPortal[] = [];
let portal: LocalPortal;
let page: ReturnType<typeof pageFetch>;
async function start(settings: Partial<PortalSettings>) {
  portal = await startPortal(settings);
  portals.push(portal);
  page = pageFetch(portal);
}
beforeEach(() => start({}));
afterAll(() => Promise.all(portals.map((each) => each.close())));

const json = async (path: string) => (await page(path)).json();
async function configPath() {
  const shell = await (await page('/home')).text();
  return /name="app-config" content="([^"]+)"/.exec(shell)?.[1] ?? '';
}

test.each([
  '/rest/users/me/api_keys',
  '/rest/users/{userId}/apiKeys',
  '/v1/tokens',
  '/svc/a.b/keys',
])('serves keys at %s', async (keysPath) => {
  portal.settings.keysPath = keysPath;
  expect((await page(portal.keysPathOf())).status).toBe(200);
  const { id } = (await json(portal.keysPathOf())).data[0];
  expect((await page(`${portal.keysPathOf()}/${id}`, 'DELETE')).status).toBe(204);
  expect((await page('/rest/api_keys')).status).toBe(404);
});

test('no user can read another user’s keys', async () => {
  portal.settings.keysPath = '/rest/users/{userId}/apiKeys';
  expect((await page(portal.keysPathOf('iosei'))).status).toBe(404);
  expect((await pageFetch(portal, 'iosei')(portal.keysPathOf('iosei'))).status).toBe(200);
});

test.each(['traffic', 'openapi', 'none'] as const)('%s hides the path', async (clue) => {
  await start({ clue });
  const path = portal.keysPathOf();
  expect(path).toMatch(/^\/rest\/x[0-9a-f]{8}\/r[0-9a-f]{8}$/);
  expect((await page(path)).status).toBe(200);
  expect((await page('/rest/api_keys')).status).toBe(404);
  expect((await page('/app/config.json')).status).toBe(404);
  portal.settings.keysPath = '/rest/elsewhere';
  expect(portal.keysPathOf()).toBe('/rest/elsewhere');
});

test('with traffic as the clue, the page knows the path', async () => {
  await start({ clue: 'traffic' });
  expect(await json(await configPath())).toMatchObject({ keysPath: portal.keysPathOf() });
});

test.each(['openapi', 'none'] as const)('with %s, the page asks its own server', async (clue) => {
  await start({ clue, orgId: 'required' });
  expect(await configPath()).toBe('/app/bootstrap');
  const text = await (await page('/app/bootstrap')).text();
  expect(text).not.toContain(portal.keysPathOf());
  expect(JSON.parse(text).keys.body.data).toHaveLength(3);

  const ask = async (method: string, path: string, body?: object) =>
    (await page('/app/bootstrap', 'POST', { method, path, body })).json();
  const made = await ask('POST', '', { name: 'passed on' });
  expect(made).toMatchObject({ status: 201, body: { data: { name: 'passed on' } } });
  const { id } = made.body.data;
  expect(await ask('PUT', id, { name: 'again' })).toMatchObject({ status: 200 });
  expect(await ask('DELETE', id)).toEqual({ status: 204, body: null });
  expect(await ask('DELETE', id)).toMatchObject({ status: 404 });
  portal.expireSessions();
  expect((await page('/app/bootstrap', 'POST', { method: 'GET' })).status).toBe(401);
});

test.each([
  ['plausible', false, 401, 404],
  ['openapi', false, 200, 200],
  ['openapi', true, 401, 200],
  ['none', false, 200, 200],
] as const)(
  'serves the OpenAPI document with the clue %s (session needed: %s)',
  async (clue, openapiNeedsSession, without, withSession) => {
    await start({ clue, openapiNeedsSession });
    expect((await fetch(portal.origin + OPENAPI)).status).toBe(without);
    expect((await page(OPENAPI)).status).toBe(withSession);
    if (clue === 'none') expect(await (await page(OPENAPI)).text()).not.toContain('UserCredential');
  },
);

test('the OpenAPI document has the path and the dialect of keys', async () => {
  const fields = { ...portal.settings.fields, name: 'label', value: 'bearerText' };
  await start({ clue: 'openapi', fields, nameField: 'label', renameVerb: 'PATCH' });
  const described = await json(OPENAPI);
  const base = new URL(described.servers[0].url).pathname;
  const path = portal.keysPathOf().slice(base.length);
  expect(Object.keys(described.paths[path])).toEqual(['parameters', 'get', 'post']);
  expect(Object.keys(described.paths[`${path}/{credentialId}`])).toEqual([
    'parameters',
    'patch',
    'delete',
  ]);
  const { schemas } = described.components;
  expect(schemas.UserCredentialRequest.required).toEqual(['label']);
  expect(schemas.GeneratedUserCredential.allOf[1].properties).toHaveProperty('bearerText');
  // Every reference resolves.
  const references = JSON.stringify(described).matchAll(/"#\/components\/schemas\/(\w+)"/g);
  for (const [, name] of references) expect(schemas).toHaveProperty(name ?? '');
});

test('a path outside the described server has its own server', async () => {
  await start({ clue: 'openapi', keysPath: '/svc/users/{userId}/k', orgId: 'required' });
  const described = (await json(OPENAPI)).paths['/svc/users/{userId}/k'];
  expect(described).toMatchObject({ servers: [{ url: portal.origin }] });
  expect(described.parameters.map(({ name }: { name: string }) => name)).toEqual([
    'userId',
    'org_id',
  ]);
});
