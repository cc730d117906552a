// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { routesAt } from '../../../utils/portal/key-routes';
import type { Discovery, Portal, PortalOverrides } from '../../../utils/stored/portals';
import {
  currentDiscovery,
  effectivePortal,
  learnedRoutes,
} from '../../../utils/transport/effective-portal';

const ORIGIN = 'https://portal.example.com';
const API = 'https://api.example.com';
const portal = (set: PortalOverrides = {}): Portal => ({
  origin: ORIGIN,
  label: 'Portal',
  color: 'blue',
  ...set,
});
const FOUND: Discovery = {
  routes: { ...routesAt('/rest/keys', 'page'), renameVerb: 'patch', nameField: 'title' },
  api: ORIGIN,
  endpoint: `${ORIGIN}/api/v2`,
  endpointFrom: 'page',
};

describe('what was set beats what was found', () => {
  test.each<[string, PortalOverrides, object]>([
    [
      'nothing',
      {},
      { api: ORIGIN, confirmed: true, endpoint: FOUND.endpoint, routes: FOUND.routes },
    ],
    ['an API host', { apiOrigin: API }, { api: API, confirmed: false, routes: undefined }],
    ['another path', { keysPath: '/mine' }, { confirmed: false, routes: routesAt('/mine', 'set') }],
    ['the path that was found', { keysPath: '/rest/keys' }, { confirmed: true }],
    ['an endpoint', { endpoint: `${API}/v9` }, { endpoint: `${API}/v9` }],
    ['a method', { renameVerb: 'PUT' }, { routes: { ...FOUND.routes, renameVerb: 'put' } }],
    ['a name field', { nameField: 'label' }, { routes: { ...FOUND.routes, nameField: 'label' } }],
    ['an organization', { orgId: 'o1' }, { routes: { ...FOUND.routes, orgId: 'o1' } }],
    [
      'a CSRF cookie with its header',
      { csrfCookie: 'mine', csrfHeader: 'X-Mine' },
      { csrf: [{ cookie: 'mine', header: 'X-Mine' }] },
    ],
  ])('with %s set', (_, set, expected) => {
    expect(effectivePortal(portal(set), FOUND)).toMatchObject(expected);
  });

  test('and leaves unknown what is neither set nor found', () => {
    expect(effectivePortal(portal())).toMatchObject({
      api: ORIGIN,
      routes: undefined,
      confirmed: false,
      endpoint: null,
      candidates: [],
    });
  });
});

/** A path that was set, has answered and was stored. */
const SET: Discovery = { routes: routesAt('/mine', 'set'), api: ORIGIN };

test.each<[string, PortalOverrides, Discovery, boolean]>([
  ['as they were found', {}, FOUND, true],
  ['stored without a host', {}, { routes: FOUND.routes as never }, true],
  ['after the label was changed', { endpoint: `${API}/v1` }, FOUND, true],
  ['after the API moved to another host', { apiOrigin: API }, FOUND, false],
  ['after the API moved back', {}, { ...FOUND, api: API }, false],
  ['on the API host where they were found', { apiOrigin: API }, { ...FOUND, api: API }, true],
  ['after another path was set', { keysPath: '/mine' }, FOUND, false],
  ['at the path that was set', { keysPath: '/mine' }, SET, true],
  ['after the set path was replaced', { keysPath: '/other' }, SET, false],
  ['after the set path was removed', {}, SET, false],
])('uses or drops found routes %s (%#)', (_, set, discovery, areUsed) => {
  const { routes, ...others } = discovery;
  expect(currentDiscovery(portal(set), discovery)).toEqual(areUsed ? discovery : others);
  expect(effectivePortal(portal(set), discovery).confirmed).toBe(areUsed);
});

test('candidates are paths on the API host', () => {
  const discovery = { seen: ['/rest/keys', `${API}/v2/keys`], documented: ['/api/keys'] };
  expect(effectivePortal(portal({ keysPath: '/mine' }), discovery).candidates).toEqual([
    '/rest/keys',
    '/api/keys',
    '/mine',
  ]);
  expect(effectivePortal(portal({ apiOrigin: API }), discovery).candidates).toEqual([
    '/v2/keys',
    '/api/keys',
  ]);
});

test('never stores a setting as learned', () => {
  const set = portal({ renameVerb: 'put', orgId: 'o1', apiOrigin: API });
  const used = { ...routesAt('/keys', 'probe'), renameVerb: 'put', orgId: 'o1' } as const;
  expect(learnedRoutes({ ...used, nameField: 'title' }, set)).toEqual({
    routes: { ...routesAt('/keys', 'probe'), nameField: 'title' },
    api: API,
  });
});
