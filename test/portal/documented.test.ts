// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalPortal, startPortal } from './server.ts';
import { pageFetch } from './testing.ts';

let portal: LocalPortal;
let page: ReturnType<typeof pageFetch>;
beforeAll(async () => {
  portal = await startPortal();
  page = pageFetch(portal);
});
afterAll(() => portal.close());

const json = async (path: string, as = page) => (await as(path)).json();
const names = (list: { data: { userName: string }[] }) => list.data.map((user) => user.userName);

test('without the permission to read users, one sees only oneself', async () => {
  const second = pageFetch(portal, 'iosei');
  expect(names(await json('/api/v2/users'))).toEqual(['mfortin', 'iosei']);
  expect(names(await json('/api/v2/users', second))).toEqual(['iosei']);
  expect((await second(`/api/v2/users/${portal.users[0].id}`)).status).toBe(404);
  portal.settings.usersRead = false;
  expect(names(await json('/api/v2/users'))).toEqual(['mfortin']);
  portal.settings.usersRead = true;
});

test('organizations and environments are lists in the envelope, a task is flat', async () => {
  expect(await json('/api/v1/organizations')).toMatchObject({ data: [{ name: 'Boreal Kites' }] });
  expect(await json('/rest/environments')).toMatchObject({ metadata: { recordCount: 2 } });
  const task = await json('/api/v1/tasks/e91b4c06-3d7f-4a12-b8c5-60f2d9a7e403');
  expect(task).toMatchObject({ taskStatus: 'SUCCESS' });
});

test('unknown resources and methods are answered with errors', async () => {
  expect((await page('/api/v1/nothing')).status).toBe(404);
  expect((await page('/api/v1/users', 'POST', {})).status).toBe(405);
});

test('the activity log tells what happened, and to whom it may', async () => {
  portal.clock.set('2026-04-01T08:00:00.000Z');
  const owner = pageFetch(portal);
  const other = pageFetch(portal, 'iosei');
  const { data: key } = await (await owner('/rest/api_keys', 'POST', { name: 'logged' })).json();
  portal.clock.advance(60_000);
  await owner(`/rest/api_keys/${key.id}`, 'PUT', { name: 'renamed' });
  await owner(`/rest/api_keys/${key.id}`, 'DELETE');
  await other('/rest/api_keys', 'POST', { name: 'theirs' });

  const codes = async (query: string, as = owner) =>
    (await json(`/api/v2/activity_log${query}`, as)).data.map(
      (entry: { eventCode: string }) => entry.eventCode,
    );
  const mine = ['api_keys.deleted', 'api_keys.updated', 'api_keys.created'];
  expect(await codes('')).toEqual(['api_keys.created', ...mine]);
  expect(await codes('?only_mine=true')).toEqual(mine);
  expect(await codes(`?userId=${portal.users[1].id}`)).toEqual(['api_keys.created']);
  expect(await codes('', other)).toEqual(['api_keys.created']);
  expect(await codes('?only_mine=true&start=2026-04-01T08:00:30Z')).toEqual(mine.slice(0, 2));
  expect(await codes('?only_mine=true&end=2026-04-01T08:00:30Z')).toEqual(mine.slice(2));

  const { data } = await json('/api/v2/activity_log?eventCode=api_keys.deleted', owner);
  expect(JSON.parse(data[0].eventContext)).toEqual({ apiKeyId: key.id, apiKeyName: 'renamed' });
  expect(data[0].requesterIp).toBe('127.0.0.1');
  expect((await json('/api/v2/activity_log/codes')).data.SYSTEM).toContain('api_keys.created');
});
