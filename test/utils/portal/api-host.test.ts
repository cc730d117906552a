// @vitest-environment node
import { expect, onTestFinished, test } from 'vitest';
import { type Clues, findKeys } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { type PortalSettings, startPortal } from '../../portal/server';
import { cluesOf, problemFrom, requestLines, sessionFetch } from './session';

const OPENAPI = 'GET /rest/docs/api/v3/openapi.json';

/** Starts a portal whose API and pages are on different hosts. */
async function start(settings: Partial<PortalSettings> = {}) {
  const portal = await startPortal({ apiHost: 'localhost', ...settings });
  onTestFinished(() => portal.close());
  const find = (api: string, clues: Partial<Clues> = {}) =>
    findKeys(createHttp(api, sessionFetch(portal), undefined, portal.origin), {
      ...cluesOf(portal.origin),
      api,
      ...clues,
    });
  return { portal, find };
}

test("finds the other host by the page's requests, and contacts it only once allowed", async () => {
  const { portal, find } = await start({ clue: 'traffic' });
  const seen = [`${portal.apiOrigin}/api/v2/users`, `${portal.apiOrigin}/svc/api_keys`];
  expect(await problemFrom(find(portal.origin, { seen }))).toEqual({
    kind: 'api-elsewhere',
    apiOrigin: portal.apiOrigin,
  });
  expect(new Set(portal.requests.map(({ host }) => host))).toEqual(
    new Set([new URL(portal.origin).host]),
  );
});

test('finds the other host by the OpenAPI document', async () => {
  const { portal, find } = await start({ clue: 'openapi' });
  expect(await problemFrom(find(portal.origin))).toMatchObject({ apiOrigin: portal.apiOrigin });
});

test('finds the other host by the endpoint on the page', async () => {
  const { portal, find } = await start();
  const endpoint = `${portal.apiOrigin}/api/v2`;
  expect(await problemFrom(find(portal.origin, { endpoint }))).toMatchObject({
    apiOrigin: portal.apiOrigin,
  });
});

test('does not offer a host that is not allowed', async () => {
  const { portal, find } = await start();
  const clues = { endpoint: `${portal.apiOrigin}/api/v2`, mayOffer: () => false };
  expect(await problemFrom(find(portal.origin, clues))).toEqual({ kind: 'not-found' });
});

test.each(['traffic', 'openapi', 'plausible'] as const)(
  'finds the keys on the allowed host by %s',
  async (clue) => {
    const { portal, find } = await start({ clue });
    const seen = clue === 'traffic' ? [portal.apiOrigin + portal.keysPathOf()] : [];
    const { routes, keys } = await find(portal.apiOrigin, { seen });
    expect(routes.list).toBe(portal.keysPathOf());
    expect(keys).toHaveLength(3);
  },
);

test("reads the portal's document when the API host has none", async () => {
  const { portal, find } = await start({ clue: 'openapi' });
  portal.faults.push({ kind: 'status', status: 404, times: 1, route: OPENAPI });
  expect((await find(portal.apiOrigin)).routes.from).toBe('openapi');
  expect(requestLines(portal).filter((each) => each.endsWith('openapi.json'))).toHaveLength(2);
});

test('does not move on to a third host', async () => {
  const { portal, find } = await start({ clue: 'none' });
  const clues = { endpoint: 'https://elsewhere.example/api' };
  expect(await problemFrom(find(portal.apiOrigin, clues))).toEqual({ kind: 'not-found' });
});
