// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { PortalError, type ProblemKind } from '../../../utils/portal/errors';
import type { Http } from '../../../utils/portal/http';
import { createSessionHttp, unknownChoice } from '../../../utils/transport/session-http';
import { problemFrom } from '../portal/session';

/** A carrier that answers with its name, or fails. */
function carrier(name: string, fails?: ProblemKind) {
  const methods: string[] = [];
  const http: Http = {
    async request(method) {
      methods.push(method);
      if (fails) throw new PortalError({ kind: fails });
      return name;
    },
  };
  return { http, methods };
}

describe('reading', () => {
  test.each<[string, ProblemKind | undefined, ProblemKind | undefined, string | ProblemKind]>([
    ['is sent directly when that has the session', undefined, undefined, 'direct'],
    ['goes through a tab when only the tab has the session', 'signed-out', undefined, 'tab'],
    ['is signed out when no carrier has the session', 'signed-out', 'signed-out', 'signed-out'],
    [
      'goes through a tab when the portal answers 403 without a session',
      'forbidden',
      undefined,
      'tab',
    ],
    ['does not mistake another failure for a missing session', 'not-found', undefined, 'not-found'],
  ])('%s', async (_, directFails, tabFails, expected) => {
    const direct = carrier('direct', directFails);
    const tab = carrier('tab', tabFails);
    const http = createSessionHttp(
      { direct: direct.http, viaTab: async () => tab.http },
      unknownChoice(),
    );
    const outcome = await http.request('get', '/').catch((thrown) => thrown.problem.kind);
    expect(outcome).toBe(expected);
  });

  test('is signed out without a tab in a private window or container', async () => {
    const http = createSessionHttp({ direct: null, viaTab: async () => null }, unknownChoice());
    expect(await problemFrom(http.request('get', '/'))).toEqual({ kind: 'signed-out' });
  });
});

describe('a change', () => {
  test('is sent only by the carrier that a read has found', async () => {
    const direct = carrier('direct', 'signed-out');
    const tab = carrier('tab');
    const choice = unknownChoice();
    await createSessionHttp({ direct: direct.http, viaTab: async () => tab.http }, choice).request(
      'get',
      '/',
    );
    const second = createSessionHttp({ direct: direct.http, viaTab: async () => tab.http }, choice);
    expect(await second.request('post', '/')).toBe('tab');
    expect(direct.methods).toEqual(['get']);
  });

  test.each<[ProblemKind]>([['signed-out'], ['unknown-outcome']])(
    'that ends as %s is not sent again',
    async (kind) => {
      const direct = carrier('direct', kind);
      const tab = carrier('tab');
      const http = createSessionHttp(
        { direct: direct.http, viaTab: async () => tab.http },
        unknownChoice(),
      );
      expect(await problemFrom(http.request('post', '/'))).toEqual({ kind });
      expect(tab.methods).toEqual([]);
    },
  );
});

describe('a session that has ended', () => {
  test('is seen without the tab, whose page signing out replaces', async () => {
    const choice = unknownChoice();
    const tab = carrier('tab', 'unreachable');
    const viaTab = async () => tab.http;
    await createSessionHttp({ direct: carrier('direct').http, viaTab }, choice).request('get', '/');
    const ended = createSessionHttp(
      { direct: carrier('direct', 'signed-out').http, viaTab },
      choice,
    );
    expect(await problemFrom(ended.request('get', '/'))).toEqual({ kind: 'signed-out' });
    expect(tab.methods).toEqual([]);
  });

  test('is not assumed from a path that was never read, after one that anybody may read', async () => {
    const choice = unknownChoice();
    const viaTab = async () => carrier('tab').http;
    await createSessionHttp({ direct: carrier('direct').http, viaTab }, choice).request(
      'get',
      '/doc',
    );
    const http = createSessionHttp(
      { direct: carrier('direct', 'signed-out').http, viaTab },
      choice,
    );
    expect(await http.request('get', '/keys')).toBe('tab');
  });

  test('is not assumed where only the tab had it, and the tab cannot tell', async () => {
    const choice = unknownChoice();
    const direct = carrier('direct', 'signed-out').http;
    await createSessionHttp({ direct, viaTab: async () => carrier('tab').http }, choice).request(
      'get',
      '/',
    );
    const viaTab = async () => carrier('tab', 'unreachable').http;
    const later = createSessionHttp({ direct, viaTab }, choice);
    expect(await problemFrom(later.request('get', '/'))).toEqual({ kind: 'unreachable' });
  });
});
