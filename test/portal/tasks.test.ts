// @vitest-environment node
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type LocalPortal, type PortalSettings, startPortal } from './server.ts';
import { pageFetch } from './testing.ts';

const PATH = '/rest/api_keys';

const portals: LocalPortal[] = [];
let portal: LocalPortal;
let page: ReturnType<typeof pageFetch>;
beforeEach(async () => {
  portal = await startPortal({ async: 'flat' });
  portals.push(portal);
  page = pageFetch(portal);
});
afterAll(() => Promise.all(portals.map((each) => each.close())));

const names = () => portal.keysOf('mfortin').map(({ name }) => name);

async function start(method: string, path = PATH, body?: object) {
  const response = await page(path, method, body);
  expect(response.status).toBe(202);
  const task = await response.json();
  expect(task).toEqual({ taskId: expect.any(String), taskStatus: 'PENDING' });
  return async () => (await page(`/api/v2/tasks/${task.taskId}`)).json();
}

test('a flat task makes its change once, when it reports success', async () => {
  portal.settings.pendingAnswers = 2;
  const ask = await start('POST', PATH, { name: 'later' });
  expect(await ask()).toMatchObject({ taskStatus: 'PENDING', result: null });
  expect(await ask()).toMatchObject({ taskStatus: 'PENDING' });
  expect(names()).not.toContain('later');
  const done = await ask();
  expect(done).toMatchObject({ taskStatus: 'SUCCESS', result: { name: 'later' } });
  expect(done.result.apiKey).toBe(portal.keysOf('mfortin')[0]?.value);
  expect(await ask()).toEqual(done);
  expect(names()).toHaveLength(4);
});

test('renaming and revoking are tasks too', async () => {
  Object.assign(portal.settings, { async: 'enveloped', pendingAnswers: 0 });
  const path = `${PATH}/${portal.keysOf('mfortin')[0]?.id}`;
  const rename = await start('PUT', path, { name: 'renamed' });
  expect(await rename()).toMatchObject({
    data: { status: 'SUCCESS', result: { name: 'renamed' } },
  });
  const revoke = await start('DELETE', path);
  expect(await revoke()).toMatchObject({ data: { status: 'SUCCESS', result: null } });
  expect(names()).toHaveLength(2);
});

test.each<[PortalSettings['async'], PortalSettings['taskOutcome'], object]>([
  ['flat', 'FAILED', { taskStatus: 'FAILED', result: { message: 'The task failed.' } }],
  ['flat', 'FAILURE', { taskStatus: 'FAILURE' }],
  ['enveloped', 'FAILED', { data: { status: 'FAILED', result: { message: 'The task failed.' } } }],
  ['enveloped', 'FAILURE', { data: { status: 'FAILURE' } }],
])('%s tasks end with %s and change nothing', async (async, taskOutcome, answer) => {
  Object.assign(portal.settings, { async, taskOutcome, pendingAnswers: 0 });
  const ask = await start('POST', PATH, { name: 'never' });
  expect(await ask()).toMatchObject(answer);
  expect(names()).not.toContain('never');
});

test('a bad request is rejected at once, and a task belongs to one user', async () => {
  expect((await page(PATH, 'POST', { name: '' })).status).toBe(400);
  const { taskId } = await (await page(PATH, 'POST', { name: 'mine' })).json();
  expect((await pageFetch(portal, 'iosei')(`/rest/tasks/${taskId}`)).status).toBe(404);
});
