// @vitest-environment node
import { describe, expect, onTestFinished, test } from 'vitest';
import { findKeys } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { readOpenApi, routesForUser } from '../../../utils/portal/openapi';
import { type PortalSettings, startPortal } from '../../portal/server';
import { cluesOf, problemFrom, sessionFetch } from './session';

const ORIGIN = 'https://portal.example.com';
const list = { responses: { 200: { description: 'ok' } } };
const text = { type: 'string' };

const read = (document: unknown) => readOpenApi(document, ORIGIN);
const jsonBody = (schema: object) => ({
  requestBody: { content: { 'application/json': { schema } } },
});
const jsonAnswer = (schema: object) => ({
  responses: { 200: { content: { 'application/json': { schema } } } },
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('a document', () => {
  test.each([
    '/apiKeys',
    '/api_keys',
    '/apikeys',
    '/api-credentials',
    '/users/me/apiKeys',
    '/users/{id}/api-tokens',
  ])('describes keys at %s', (path) => {
    expect(read({ paths: { '/zones': { get: list }, [path]: { get: list, post: list } } })).toEqual(
      [{ list: path, item: `${path}/{id}`, from: 'openapi' }],
    );
  });

  test.each([
    '/services/{code}/{env}/apiCredentials',
    '/users/{id}/{group}/apiKeys',
    '/environments',
    '/sshkeys',
  ])('describes none at %s', (path) => {
    expect(read({ paths: { [path]: { get: list, post: list } } })).toEqual([]);
  });

  test('puts paths that can generate keys first', () => {
    const paths = { '/apiKeys': { get: list }, '/me/apiKeys': { get: list, post: list } };
    expect(read({ paths }).map((routes) => routes.list)).toEqual(['/me/apiKeys', '/apiKeys']);
  });

  test.each([
    ['an operation', { operationId: 'listApiKeys', ...list }],
    ['a summary', { summary: 'Lists API credentials', ...list }],
    ['a tag', { tags: ['Users', 'API access tokens'], ...list }],
    ['a schema', jsonAnswer(ref('ApiKeyList'))],
    ['a last IP and last activity', jsonAnswer({ items: ref('Entry') })],
  ])('describes keys through %s', (_, get) => {
    const Entry = { properties: { last_ip: text, lastUsedAt: text } };
    const document = { paths: { '/things': { get } }, components: { schemas: { Entry } } };
    expect(read(document)).toHaveLength(1);
  });

  test.each([
    [[{ url: '/rest' }], '/rest/apiKeys'],
    [[{ url: `${ORIGIN}/api/v2/` }], '/api/v2/apiKeys'],
    [[{ url: 'https://api.example.com/v1' }], 'https://api.example.com/v1/apiKeys'],
    [undefined, '/apiKeys'],
  ])('is relative to its server %j', (servers, expected) => {
    expect(read({ servers, paths: { '/apiKeys': { get: list } } })[0]?.list).toBe(expected);
  });

  test('has the path, rename method and name field of one key', () => {
    const one = { patch: jsonBody({ properties: { label: text, note: text } }) };
    const paths = { '/api_keys': { get: list }, '/api_keys/{key}': one };
    expect(read({ paths })).toEqual([
      {
        list: '/api_keys',
        item: '/api_keys/{id}',
        renameVerb: 'patch',
        nameField: 'label',
        from: 'openapi',
      },
    ]);
  });

  test.each([
    [{ properties: { purpose: text, days: { type: 'integer' } } }, 'purpose'],
    [{ properties: { purpose: text, note: text } }, undefined],
    [{ allOf: [{ properties: { note: text } }, { properties: { title: text } }] }, 'title'],
    [{ allOf: [{ properties: { note: text } }, { properties: { note: text } }] }, 'note'],
    [{ properties: { owner: { properties: { name: text } } } }, undefined],
  ])('with the request body %j, has the name field %j', (schema, nameField) => {
    const document = { paths: { '/apiKeys': { get: list, post: jsonBody(schema) } } };
    expect(read(document)[0]?.nameField).toBe(nameField);
  });

  test.each([null, [], 'openapi', {}, { paths: [] }, { paths: { '/apiKeys': null } }])(
    'that is %j describes nothing',
    (document) => expect(read(document)).toEqual([]),
  );
});

describe('references', () => {
  test('may be circular', () => {
    const components = {
      schemas: {
        Node: { properties: { inner: ref('Node'), name: text } },
        Loop: ref('Loop'),
      },
    };
    const post = jsonBody({ allOf: [ref('Loop'), ref('Node')] });
    const document = { paths: { '/apiKeys': { get: list, post } }, components };
    expect(read(document)[0]).toMatchObject({ nameField: 'name' });
  });

  // Schemas refer to one another, so deep enough everything refers to keys.
  test.each([
    ['near', 1, 1],
    ['far', 4, 0],
  ])('to %s keys count or not (%i links, %i paths)', (_, links, places) => {
    const chain = Array.from({ length: links }, (_, at) => [
      `Link${at}`,
      { properties: { next: ref(`Link${at + 1}`) } },
    ]);
    const key = { properties: { last_ip: text, last_activity: text } };
    const schemas = { ...Object.fromEntries(chain), [`Link${links}`]: key };
    const paths = { '/things': { get: jsonAnswer(ref('Link0')) } };
    expect(read({ paths, components: { schemas } })).toHaveLength(places);
  });

  /** Paths that share schemas, each of which refers to all the others. */
  function shared(paths: number) {
    const names = Array.from({ length: 30 }, (_, at) => `Schema${at}`);
    const links = Object.fromEntries(names.map((name) => [name, ref(name)]));
    const properties = { ...links, note: text, last_ip: text, last_activity: text };
    const schema = { properties, allOf: names.map(ref) };
    return {
      paths: Object.fromEntries(
        Array.from({ length: paths }, (_, at) => [
          `/things${at}`,
          { get: jsonAnswer(ref('Schema0')), post: jsonBody(ref('Schema1')) },
        ]),
      ),
      components: { schemas: Object.fromEntries(names.map((name) => [name, schema])) },
    };
  }

  /** Throws once the fields of its objects have been listed more than `most` times. */
  function limitVisits<T>(value: T, most: number): T {
    const proxies = new WeakMap<object, object>();
    let visits = 0;
    const watch = <V>(inner: V): V => {
      if (typeof inner !== 'object' || inner === null) return inner;
      const proxy =
        proxies.get(inner) ??
        new Proxy(inner, {
          get: (target, name) => watch(Reflect.get(target, name)),
          ownKeys(target) {
            visits += 1;
            if (visits > most) throw new Error(`More than ${most} visits`);
            return Reflect.ownKeys(target);
          },
        });
      proxies.set(inner, proxy);
      return proxy as V;
    };
    return watch(value);
  }

  // Each path has ten objects of its own, half of them read twice. Schemas are visited once per depth.
  test.each([500, 1500])('to schemas shared by %i paths cost little', (paths) => {
    const document = limitVisits(shared(paths), 20 * paths + 10_000);
    expect(read(document)).toHaveLength(paths);
  });
});

describe('keys below a user', () => {
  const settings = { clue: 'openapi', keysPath: '/svc/users/{userId}/credentials' } as const;

  async function start(more: Partial<PortalSettings>) {
    const portal = await startPortal({ ...settings, ...more });
    onTestFinished(() => portal.close());
    const http = createHttp(portal.origin, sessionFetch(portal));
    return { portal, search: findKeys(http, cluesOf(portal.origin)) };
  }

  test.each([
    ['me', 'me'],
    ['a/b', 'a%2Fb'],
  ])('have the user %j in their path', (user, part) => {
    const paths = { '/users/{id}/apiKeys': { get: list }, '/users/{id}/apiKeys/{key}': {} };
    const [routes] = read({ paths }).map((each) => routesForUser(each, user));
    expect(routes).toMatchObject({
      list: `/users/${part}/apiKeys`,
      item: `/users/${part}/apiKeys/{id}`,
    });
  });

  test('are found when the portal says who is signed in', async () => {
    const { portal, search } = await start({ usersRead: false });
    expect((await search).routes).toMatchObject({ list: portal.keysPathOf(), from: 'openapi' });
  });

  test('are never requested below other users', async () => {
    const { portal, search } = await start({ usersRead: true });
    expect((await problemFrom(search)).kind).toBe('not-found');
    const [, other] = portal.users;
    expect(portal.requests.some(({ path }) => path.includes(other.id))).toBe(false);
  });
});
