// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createClient } from '../../../utils/portal/client';
import { createHttp } from '../../../utils/portal/http';
import { routesAt } from '../../../utils/portal/key-routes';
import { readOpenApi, routesForUser } from '../../../utils/portal/openapi';
import { readGenerated, readListing } from '../../../utils/portal/schema';
import { respondWith, serve } from './serve';
import { problemFrom } from './session';

const VALUE = 'AAECAwQFBgcICQoLDA0ODw==';

/** A client of a server whose keys are at `/keys`. */
const clientAt = (origin: string) =>
  createClient(createHttp(origin), {
    routes: routesAt('/keys', 'probe'),
    confirmed: true,
    find: () => Promise.reject(new Error('There is nothing to search for.')),
    remember: () => {},
  });

describe('a numeric id', () => {
  /** Serves two keys whose 64-bit ids differ in the last digit, and records what is revoked. */
  async function withBigIds() {
    const revoked: string[] = [];
    const origin = await serve((request, response) => {
      if (request.method === 'DELETE') revoked.push(request.url ?? '');
      response.setHeader('content-type', 'application/json');
      response.end(
        request.method === 'DELETE'
          ? ''
          : '[{"id":9007199254740993,"name":"one"},{"id":9007199254740992,"name":"other"}]',
      );
    });
    return { revoked, client: clientAt(origin) };
  }

  test('keeps all of its digits from the list to the request that revokes', async () => {
    const { revoked, client } = await withBigIds();
    const keys = await client.list();
    expect(keys.map(({ id, name }) => [id, name])).toEqual([
      ['9007199254740993', 'one'],
      ['9007199254740992', 'other'],
    ]);
    await client.revoke('9007199254740993');
    expect(revoked).toEqual(['/keys/9007199254740993']);
  });

  test('that no number can hold exactly is never rounded', () => {
    expect(() => readListing([{ id: 2 ** 53, name: 'rounded' }])).toThrow('unrecognised');
    expect(() => readListing([{ id: 1.5, name: 'a fraction' }])).toThrow('unrecognised');
  });
});

describe('a path for one key', () => {
  const document = (paths: Record<string, object>) => ({ openapi: '3.0.0', paths });
  const GET = { get: { tags: ['API keys'] } };

  test.each<[string, Record<string, object>, string]>([
    [
      'is never filled with the user',
      { '/users': GET, '/users/{userId}': { delete: {} } },
      '/users/{id}',
    ],
    [
      'below a user keeps the key open',
      { '/users/{userId}/api_keys': GET, '/users/{userId}/api_keys/{keyId}': { delete: {} } },
      '/users/me/api_keys/{id}',
    ],
    [
      'is the list with one more parameter, not with two',
      {
        '/apiKeys': GET,
        '/apiKeys/{id}/roles/{role}': { delete: {} },
        '/apiKeys/{key}': { delete: {} },
      },
      '/apiKeys/{id}',
    ],
  ])('%s', (_, paths, item) => {
    const [routes] = readOpenApi(document(paths), 'https://portal.example.com');
    expect(routes && routesForUser(routes, 'me').item).toBe(item);
  });

  test('in a document with an impossible address ends no search', () => {
    const routes = readOpenApi(document({ '//[x/apiKeys': GET }), 'https://portal.example.com');
    expect(routes).toEqual([]);
  });
});

describe('of several fields that may be meant', () => {
  test('the one that holds a value is the value', () => {
    const body = { id: '1', name: 'x', value: null, apiKey: VALUE };
    expect(readGenerated(body, 'x').value).toBe(VALUE);
  });

  test('the one that tells a time is the last use', () => {
    const entry = { id: '1', name: 'x', lastActivity: null, lastUsed: '2026-01-02T03:04:05Z' };
    expect(readListing([entry]).keys[0]?.lastActivity).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
  });
});

describe('a key is "never used"', () => {
  const lastUse = (...entries: object[]) =>
    readListing(entries.map((entry, at) => ({ id: String(at), name: 'x', ...entry }))).keys.map(
      ({ lastActivity }) => lastActivity,
    );

  test('only where the portal tells when its keys were used', () => {
    expect(lastUse({ recentlySeen: '2026-01-02' }, {})).toEqual(['unknown', 'unknown']);
    expect(lastUse({ lastActivity: '2026-01-02T00:00:00Z' }, {})).toEqual([
      Date.UTC(2026, 0, 2),
      null,
    ]);
    expect(lastUse({ lastActivity: null }, {})).toEqual([null, null]);
  });

  test('not where it tells it in a form that cannot be read', () => {
    expect(lastUse({ lastActivity: true }, { lastActivity: ['x'] })).toEqual([
      'unknown',
      'unknown',
    ]);
  });
});

describe('a redirect', () => {
  test('is followed by no request, not even to read', async () => {
    const visited: string[] = [];
    const elsewhere = await serve((request, response) => {
      visited.push(request.url ?? '');
      respondWith('[]')(request, response);
    });
    const origin = await serve((_, response) => {
      response.writeHead(302, { location: `${elsewhere}/login` }).end();
    });
    const problem = await problemFrom(createHttp(origin).request('get', '/keys'));
    expect(problem).toEqual({ kind: 'signed-out' });
    expect(visited).toEqual([]);
  });
});
