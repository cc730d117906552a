// @vitest-environment node
import { expect, test } from 'vitest';
import { routesAt } from '../../../utils/portal/key-routes';
import { mayRelay } from '../../../utils/transport/tab-allowlist';

const routes = routesAt('/svc/keys', 'page');
const known = { routes, candidates: ['/svc/other'] };
const unknown = { routes: undefined, candidates: [] };

test.each([
  ['GET', '/svc/keys'],
  ['GET', '/svc/other'],
  ['GET', '/rest/api_keys'],
  ['GET', '/rest/docs/api/v3/openapi.json'],
  ['GET', '/api/v2/users'],
  ['GET', '/rest/organizations'],
  ['GET', '/api/v1/tasks/5b1c'],
  ['POST', '/svc/keys'],
  ['PUT', '/svc/keys/1'],
  ['PATCH', '/svc/keys/1'],
  ['DELETE', '/svc/keys/1'],
])('a tab sends %s %s for the extension', (method, path) => {
  expect(mayRelay(method, path, known)).toBe(true);
});

test.each([
  ['GET', '/svc/keys/1/value'],
  ['GET', '/api/v2/users/1'],
  ['GET', '/billing'],
  ['POST', '/svc/other'],
  ['POST', '/rest/api_keys'],
  ['POST', '/svc/keys/1'],
  ['PUT', '/svc/keys'],
  ['DELETE', '/svc/keys/'],
  ['DELETE', '/svc/keys/1/2'],
  ['DELETE', '/api/v2/users/1'],
  ['TRACE', '/svc/keys'],
])('a tab does not send %s %s', (method, path) => {
  expect(mayRelay(method, path, known)).toBe(false);
});

test.each(['POST', 'PUT', 'DELETE'])('a tab sends no %s before keys were listed', (method) => {
  expect(mayRelay(method, '/rest/api_keys', unknown)).toBe(false);
  expect(mayRelay(method, '/rest/api_keys/1', unknown)).toBe(false);
});
