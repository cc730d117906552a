// @vitest-environment node
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type LocalPortal, type PortalSettings, startPortal } from './server.ts';
import { pageFetch } from './testing.ts';

const PATH = '/rest/api_keys';

const portals: LocalPortal[] = [];
let portal: LocalPortal;
let page: ReturnType<typeof pageFetch>;
beforeEach(async () => {
  portal = await startPortal();
  portals.push(portal);
  portal.clock.set('2026-03-01T12:00:00.000Z');
  portal.seed(3);
  page = pageFetch(portal);
});
afterAll(() => Promise.all(portals.map((each) => each.close())));

function configure(settings: Partial<PortalSettings>) {
  Object.assign(portal.settings, settings);
}
const json = async (path: string, method?: string, body?: object) =>
  (await page(path, method, body)).json();

test.each<[PortalSettings['envelope'], unknown, unknown]>([
  ['data', { data: expect.any(Array), metadata: { recordCount: 3 } }, { data: { name: 'x' } }],
  ['bare', expect.any(Array), { name: 'x' }],
  ['items', { items: expect.any(Array), total: 3 }, { name: 'x' }],
  [
    'paged',
    { data: expect.any(Array), metadata: { pageSize: 20, pageCurrent: 1, recordCount: 3 } },
    { data: { name: 'x' } },
  ],
])('the envelope %s', async (envelope, list, one) => {
  configure({ envelope });
  expect(await json(PATH)).toEqual(list);
  expect(await json(PATH, 'POST', { name: 'x' })).toMatchObject(one as object);
});

test.each([
  ['?page_number=1', 2, 1],
  ['?page_number=2', 1, 2],
  ['?page_number=9', 0, 9],
  ['?page_size=1000', 2, 1],
  ['?page_size=1&page_number=3', 1, 3],
])('paged%s holds %i keys of page %i', async (query, count, current) => {
  configure({ envelope: 'paged', pageSize: 2 });
  const { data, metadata } = await json(PATH + query);
  expect(data).toHaveLength(count);
  expect(metadata).toMatchObject({ pageCurrent: current, recordCount: 3 });
});

test.each<[Partial<PortalSettings>, object]>([
  [{}, { lastIp: null, lastActivity: null, createdOn: '2026-02-24T12:00:00.000Z' }],
  [{ spelling: 'snake' }, { last_ip: null, created_on: '2026-02-24T12:00:00.000Z' }],
  [{ times: 'plain' }, { createdOn: '2026-02-24 12:00:00' }],
  [{ times: 'seconds' }, { createdOn: 1771934400 }],
  [{ times: 'milliseconds' }, { createdOn: 1771934400000 }],
  [{ never: 'blank' }, { lastIp: '', lastActivity: '' }],
  [{ never: 'dash' }, { lastIp: '-', lastActivity: '-' }],
  [{ idKind: 'number' }, { id: expect.any(Number) }],
])('%j sends %j', async (settings, record) => {
  configure(settings);
  expect((await json(PATH)).data[0]).toMatchObject(record);
});

test('properties of an unused key can be missing', async () => {
  configure({ never: 'missing' });
  const { data } = await json(PATH);
  expect(Object.keys(data[0])).toEqual(['id', 'name', 'createdOn']);
});

test('a numeric id works in the path too', async () => {
  configure({ idKind: 'number' });
  const [key] = portal.keysOf('mfortin');
  if (!key) throw new Error('There is no key.');
  expect((await page(`${PATH}/${portal.idOf(key)}`, 'DELETE')).status).toBe(204);
  expect((await page(`${PATH}/${key.id}`, 'DELETE')).status).toBe(404);
});

test('snake case applies to metadata too', async () => {
  configure({ spelling: 'snake', envelope: 'paged' });
  expect(Object.keys((await json(PATH)).metadata)).toEqual([
    'page_size',
    'page_current',
    'record_count',
  ]);
});

test('refuses the other verb and names the allowed methods', async () => {
  configure({ renameVerb: 'PATCH', nameField: 'label' });
  const path = `${PATH}/${portal.keysOf('mfortin')[0]?.id}`;
  const refused = await page(path, 'PUT', { label: 'x' });
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'PATCH, DELETE']);
  expect((await page(path, 'PATCH', { name: 'x' })).status).toBe(400);
  expect((await page(path, 'PATCH', { label: 'x' })).status).toBe(200);
});

test('the organization can be required', async () => {
  configure({ orgId: 'required' });
  const refused = await page(PATH);
  expect(refused.status).toBe(400);
  expect((await refused.json()).errors[0].message).toContain('org_id');
  const { data } = await json('/rest/organizations');
  expect((await page(`${PATH}?org_id=${data[0].id}`)).status).toBe(200);
});

test.each<[PortalSettings['errorStyle'], number, RegExp, RegExp]>([
  ['code', 404, /json/, /^{"errors":\[{"code":2004,"message":"/],
  ['errorCode', 404, /json/, /^{"errors":\[{"errorCode":"2004","message":"/],
  ['status200', 200, /json/, /^{"errors":\[{"code":2004,"message":"/],
  ['html', 404, /html/, /^<!doctype html>/],
  ['empty', 404, /^$/, /^$/],
])('failures in the style %s', async (errorStyle, status, type, body) => {
  configure({ errorStyle });
  for (const path of [`${PATH}/none`, '/api/v2/users/none', '/api/none']) {
    const response = await page(path, path === `${PATH}/none` ? 'DELETE' : 'GET');
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type') ?? '').toMatch(type);
    expect(await response.text()).toMatch(body);
  }
});

test.each<[PortalSettings['signedOutAs'], number, RegExp, RegExp]>([
  ['401-json', 401, /json/, /"errors"/],
  ['401-html', 401, /html/, /Unauthorized/],
  ['401-empty', 401, /^$/, /^$/],
  ['403', 403, /json/, /"errors"/],
  ['login-redirect', 302, /^$/, /^$/],
])('signed out as %s', async (signedOutAs, status, type, body) => {
  configure({ signedOutAs, errorStyle: 'status200' });
  portal.expireSessions();
  for (const path of [PATH, '/api/v2/users']) {
    const response = await page(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type') ?? '').toMatch(type);
    expect(await response.text()).toMatch(body);
  }
  expect((await page('/app/config.json')).status).toBe(401);
});

test('a redirect to the sign-in page ends with 200 and HTML', async () => {
  configure({ signedOutAs: 'login-redirect' });
  const response = await fetch(portal.origin + PATH);
  expect([response.status, response.url]).toEqual([200, `${portal.origin}/login`]);
  expect(response.headers.get('content-type')).toContain('text/html');
});
