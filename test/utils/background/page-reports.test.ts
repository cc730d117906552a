// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rememberEndpoint, rememberRequests } from '../../../utils/background/page-reports';
import { discoveries, portals, remember } from '../../../utils/stored/portals';

const PORTAL = 'https://portal.example.com';
const ENDPOINT = 'https://api.example.com/api/v2';

beforeEach(async () => {
  fakeBrowser.reset();
  await portals.update(() => [{ origin: PORTAL, label: 'Portal', color: 'blue' }]);
});

test.each([ENDPOINT, `${PORTAL}/rest`, 'http://127.0.0.1:8800/api/v1'])(
  'stores the endpoint %s of a connected portal',
  async (endpoint) => {
    await rememberEndpoint(PORTAL, endpoint);
    expect(await discoveries.getValue()).toEqual({ [PORTAL]: { endpoint, endpointFrom: 'page' } });
  },
);

test('replaces an assumed endpoint with the one the page shows', async () => {
  await remember(PORTAL, { endpoint: `${PORTAL}/api/v2`, endpointFrom: 'api' });
  await rememberEndpoint(PORTAL, ENDPOINT);
  expect((await discoveries.getValue())[PORTAL]).toEqual({
    endpoint: ENDPOINT,
    endpointFrom: 'page',
  });
});

test.each(['https://other.example.com', 'http://portal.example.com', `${PORTAL}:8443`, ''])(
  'ignores an unconnected page at %j',
  async (origin) => {
    await rememberEndpoint(origin, ENDPOINT);
    await rememberRequests(origin, ['/rest/keys']);
    expect(await discoveries.getValue()).toEqual({});
  },
);

test.each([
  '',
  'api/v2',
  'Copy me',
  'javascript:alert(1)',
  'data:text/plain,x',
  'ftp://api.example.com',
  'https://me@api.example.com',
  `${ENDPOINT}?token=secret`,
  `${ENDPOINT}#secret`,
  `https://api.example.com/${'x'.repeat(300)}`,
])('rejects the endpoint %j', async (text) => {
  await rememberEndpoint(PORTAL, text);
  expect(await discoveries.getValue()).toEqual({});
});

test('stores only the well-formed addresses a page requested', async () => {
  const right = ['/rest/keys', `${ENDPOINT}/keys`, '/api/v2/users'];
  await rememberRequests(PORTAL, [
    '',
    '/',
    'rest/keys',
    'file:///rest/keys',
    '//evil.example/rest/keys',
    `${ENDPOINT}/keys?token=secret`,
    '/?x',
    '/#x',
    `/${'x'.repeat(300)}`,
    ...right,
  ]);
  expect((await discoveries.getValue())[PORTAL]).toEqual({ seen: right });
});

test('limits how many addresses a page can store', async () => {
  const paths = Array.from({ length: 5000 }, (_, at) => `/rest/${at}`);
  await rememberRequests(PORTAL, paths);
  expect((await discoveries.getValue())[PORTAL]?.seen?.length).toBeLessThanOrEqual(50);
});
