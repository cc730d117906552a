// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { PortalError, type ProblemKind } from '../../../utils/portal/errors';
import type { Http } from '../../../utils/portal/http';
import { createSessionHttp } from '../../../utils/transport/session-http';
import { problemFrom } from '../portal/session';

/** A way to the portal that answers with its name, or fails. */
function way(name: string, fails?: ProblemKind) {
  const asked: string[] = [];
  const http: Http = {
    async request(method) {
      asked.push(method);
      if (fails) throw new PortalError({ kind: fails });
      return name;
    },
  };
  return { http, asked };
}

describe('reading', () => {
  test.each<[string, ProblemKind | undefined, ProblemKind | undefined, string | ProblemKind]>([
    ['goes the ordinary way where that has a session', undefined, undefined, 'direct'],
    ['goes through a tab where only that has a session', 'signed-out', undefined, 'tab'],
    ['says that no way has a session', 'signed-out', 'signed-out', 'signed-out'],
    [
      'goes through a tab where the portal forbids what it does not know',
      'forbidden',
      undefined,
      'tab',
    ],
    ['does not take another failure for a missing session', 'not-found', undefined, 'not-found'],
  ])('%s', async (_, directFails, tabFails, expected) => {
    const direct = way('direct', directFails);
    const tab = way('tab', tabFails);
    const http = createSessionHttp(direct.http, async () => tab.http, { viaTab: false });
    const outcome = await http.request('get', '/').catch((thrown) => thrown.problem.kind);
    expect(outcome).toBe(expected);
  });

  test('without a tab is signed out, where the session is a tab’s own', async () => {
    const http = createSessionHttp(null, async () => null, { viaTab: true });
    expect(await problemFrom(http.request('get', '/'))).toEqual({ kind: 'signed-out' });
  });
});

describe('a change', () => {
  test('goes the way that reading found, and no other', async () => {
    const direct = way('direct', 'signed-out');
    const tab = way('tab');
    const choice = { viaTab: false };
    await createSessionHttp(direct.http, async () => tab.http, choice).request('get', '/');
    const another = createSessionHttp(direct.http, async () => tab.http, choice);
    expect(await another.request('post', '/')).toBe('tab');
    expect(direct.asked).toEqual(['get']);
  });

  test.each<[ProblemKind]>([['signed-out'], ['unknown-outcome']])(
    'that ends as %s is never sent a second way',
    async (kind) => {
      const direct = way('direct', kind);
      const tab = way('tab');
      const http = createSessionHttp(direct.http, async () => tab.http, { viaTab: false });
      expect(await problemFrom(http.request('post', '/'))).toEqual({ kind });
      expect(tab.asked).toEqual([]);
    },
  );
});
