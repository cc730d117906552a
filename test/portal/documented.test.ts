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

test('a user without the permission to read users sees only themselves', async () => {
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

test('answers unknown resources and methods with errors', async () => {
  expect((await page('/api/v1/nothing')).status).toBe(404);
  expect((await page('/api/v1/users', 'POST', {})).status).toBe(405);
});
