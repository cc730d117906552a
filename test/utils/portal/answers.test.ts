// @vitest-environment node
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import type { ProblemKind } from '../../../utils/portal/errors';
import { createHttp } from '../../../utils/portal/http';
import { respondWith, serve } from './serve';
import { problemFrom } from './session';

const SIGN_IN = '<!doctype html><form><input name="user"><input type="password"></form>';

test.each([
  ['get', 'signed-out'],
  // The change may have been made: portals also redirect after one.
  ['post', 'unknown-outcome'],
] as const)(
  'a redirect to the sign-in page is not followed: for %s it means %s',
  async (method, kind) => {
    const seen: (string | undefined)[] = [];
    const origin = await serve((request, response) => {
      seen.push(request.url);
      if (request.url === '/login') response.end(SIGN_IN);
      else response.writeHead(302, { location: '/login' }).end();
    });
    const problem = await problemFrom(createHttp(origin).request(method, '/keys'));
    expect(problem.kind).toBe(kind);
    expect(seen).toEqual(['/keys']);
  },
);

test.each([301, 302, 303, 307, 308])(
  'does not follow a change’s redirect with status %i',
  async (status) => {
    const seen: (string | undefined)[] = [];
    const origin = await serve((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    await problemFrom(createHttp(origin).request('delete', '/keys/1'));
    expect(seen).toEqual(['DELETE /keys/1']);
  },
);

test('an answer from another host means signed out', async () => {
  const other = await serve(respondWith('[]'));
  const origin = await serve((_request, response) => {
    response.writeHead(302, { location: `${other}/sso` }).end();
  });
  expect((await problemFrom(createHttp(origin).request('get', '/keys'))).kind).toBe('signed-out');
});

test('stops reading an answer that is too large', async () => {
  let closed = () => {};
  const given = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const part = Buffer.alloc(1024 * 1024, ' ');
  const origin = await serve((_request, response) => {
    response.on('close', closed);
    const more = () => {
      while (!response.closed && response.write(part));
    };
    response.on('drain', more);
    more();
  });
  const problem = await problemFrom(createHttp(origin).request('get', '/keys'));
  expect(problem).toEqual({ kind: 'unrecognised', status: 200 });
  await given;
});

test.each<[method: 'get' | 'put', ProblemKind]>([
  ['get', 'unreachable'],
  ['put', 'unknown-outcome'],
])('an answer to %s that breaks off is %s', async (method, kind) => {
  const origin = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"data":', () => response.destroy());
  });
  expect((await problemFrom(createHttp(origin).request(method, '/keys'))).kind).toBe(kind);
});

test('reads UTF-8, even when a character is split between chunks', async () => {
  const bytes = Buffer.from('["é"]');
  const origin = await serve((_request, response) => {
    response.write(bytes.subarray(0, 3), () => response.end(bytes.subarray(3)));
  });
  expect(await createHttp(origin).request('get', '/keys')).toEqual(['é']);
});

test.each(['<html>SECRET</html>', '{"apiKey":"SECRET', '{"errors":[{"trace":"SECRET"}]}'])(
  'an error contains nothing of the answer %j or of the request',
  async (text) => {
    const origin = await serve(respondWith(text));
    const http = createHttp(origin);
    const thrown = await http
      .request('post', '/SECRET', { name: 'SECRET' })
      .catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(Error);
    expect(inspect(thrown, { depth: 9, showHidden: true })).not.toContain('SECRET');
  },
);
