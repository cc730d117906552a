// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { findKeys } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { readOpenApi } from '../../../utils/portal/openapi';
import { startPortal } from '../../portal/server';
import { cluesOf, problemFrom, sessionFetch } from './session';

const ORIGIN = 'https://portal.example.com';
const list = { responses: { 200: { description: 'ok' } } };

describe('a document', () => {
  test.each([
    '/apiKeys',
    '/api_keys',
    '/apikeys',
    '/api-credentials',
    '/users/me/apiKeys',
    '/users/{id}/api-tokens',
  ])('tells of keys at %s', (path) => {
    const document = { paths: { '/zones': { get: list }, [path]: { get: list, post: list } } };
    expect(readOpenApi(document, ORIGIN)).toEqual([
      expect.objectContaining({ list: path.replace('{id}', 'me'), from: 'openapi' }),
    ]);
  });

  test.each(['/services/{code}/{env}/apiCredentials', '/environments', '/sshkeys'])(
    'tells of none at %s',
    (path) => {
      expect(readOpenApi({ paths: { [path]: { get: list, post: list } } }, ORIGIN)).toEqual([]);
    },
  );

  test.each([
    [[{ url: '/rest' }], '/rest/apiKeys'],
    [[{ url: `${ORIGIN}/api/v2/` }], '/api/v2/apiKeys'],
    [[{ url: 'https://api.example.com/v1' }], 'https://api.example.com/v1/apiKeys'],
    [undefined, '/apiKeys'],
  ])('is relative to its server %j', (servers, expected) => {
    const document = { servers, paths: { '/apiKeys': { get: list } } };
    expect(readOpenApi(document, ORIGIN)[0]?.list).toBe(expected);
  });

  test('that refers to itself comes to an end', () => {
    const node = { $ref: '#/components/schemas/Node' };
    const document = {
      paths: { '/apiKeys': { get: list, post: { requestBody: { content: node } } } },
      components: { schemas: { Node: { properties: { inner: node, name: { type: 'string' } } } } },
    };
    expect(readOpenApi(document, ORIGIN)[0]).toMatchObject({ nameField: 'name' });
  });

  test.each([null, [], 'openapi', {}, { paths: [] }, { paths: { '/apiKeys': null } }])(
    'that is %j tells nothing',
    (document) => expect(readOpenApi(document, ORIGIN)).toEqual([]),
  );
});

describe('keys below a user', () => {
  const settings = { clue: 'openapi', keysPath: '/svc/users/{userId}/credentials' } as const;

  test('are found where the portal tells who is signed in', async () => {
    const portal = await startPortal({ ...settings, usersRead: false });
    const http = createHttp(portal.origin, sessionFetch(portal));
    const found = await findKeys(http, cluesOf(portal.origin));
    expect(found.routes).toMatchObject({ list: portal.keysPathOf(), from: 'openapi' });
    await portal.close();
  });

  test("are not looked for below others, so that nobody's keys are shown to another", async () => {
    const portal = await startPortal({ ...settings, usersRead: true });
    const http = createHttp(portal.origin, sessionFetch(portal));
    expect((await problemFrom(findKeys(http, cluesOf(portal.origin)))).kind).toBe('not-found');
    const [, other] = portal.users;
    expect(portal.requests.some(({ path }) => path.includes(other.id))).toBe(false);
    await portal.close();
  });
});
