// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalPortal, startPortal } from './server.ts';

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

function post(path: string, body: unknown) {
  return fetch(`${portal.origin}/_portal${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

test('settings can be changed while running', async () => {
  await post('/settings', { layout: 'drawer', keyCount: 12, fields: { id: 'uuid' } });
  expect(portal.settings).toMatchObject({
    layout: 'drawer',
    fields: { id: 'uuid', name: 'name' },
  });
  expect(portal.keysOf('mfortin')).toHaveLength(12);
  expect(portal.keysOf('iosei')).toHaveLength(2);
});

test.each([
  [
    '/settings',
    { layout: 'tabs' },
    'The settings: "layout" should be one of profile, drawer, submenu, classic, panel, custom.',
  ],
  ['/settings', { async: true }, '"async" should be one of false, flat, enveloped'],
  ['/settings', { valueDelay: -1 }, '"valueDelay" should be a whole number from 0 to 600000.'],
  ['/settings', { keysPath: '/app/keys' }, '"keysPath" should be a path such as /rest/users'],
  ['/settings', { session: 'partitioned' }, '"session" can only be partitioned with "https": true'],
  ['/settings', { apiHost: '127.0.0.1' }, '"apiHost" should differ from "host", or be null.'],
  ['/settings', { lang: 'fr' }, /there is no "lang"; there are port, host, apiHost/],
  ['/settings', { fields: { id: '' } }, /"fields": "id" should be text that is not empty/],
  ['/settings', [], 'The settings should be a JSON object.'],
  ['/faults', { kind: 'explode' }, /"kind" should be one of latency, drop/],
  ['/faults', { times: 1 }, 'The fault: "kind" is missing.'],
  ['/clock', { set: 'tomorrow' }, /"set" should be a date/],
])('%s %j is rejected with a sentence', async (path, body, sentence) => {
  const response = await post(path, body);
  expect(response.status).toBe(400);
  expect((await response.json()).error).toMatch(sentence);
});

test('a form on another site cannot change anything', async () => {
  const response = await fetch(`${portal.origin}/_portal/settings`, {
    method: 'POST',
    body: '{"layout":"profile"}',
  });
  expect(response.status).toBe(400);
});

test('faults, clock and sessions can be changed too', async () => {
  await post('/faults', [
    { kind: 'status', status: 500 },
    { kind: 'drop', after: true },
  ]);
  expect(portal.faults).toHaveLength(2);
  await fetch(`${portal.origin}/_portal/faults`, { method: 'DELETE' });
  expect(portal.faults).toEqual([]);

  await post('/clock', { set: '2027-01-01T00:00:00Z' });
  await post('/clock', { advance: 1000 });
  expect(portal.clock.now().toISOString()).toBe('2027-01-01T00:00:01.000Z');
  await post('/clock', {});
  expect(portal.clock.now().getTime()).toBeLessThan(Date.now() + 1000);

  const cookie = portal.signIn();
  await post('/expire-sessions', {});
  const { status } = await fetch(`${portal.origin}/rest/api_keys`, { headers: { cookie } });
  expect(status).toBe(401);
});
