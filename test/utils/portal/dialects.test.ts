// @vitest-environment node
import { expect, test } from 'vitest';
import { createClient } from '../../../utils/portal/client';
import { csrfHeaders, csrfPairs } from '../../../utils/portal/csrf';
import { findKeys } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { CLUES, DIALECTS } from '../../e2e/support/matrix/dimensions';
import { pairwise } from '../../e2e/support/matrix/pairwise';
import { type LocalPortal, startPortal } from '../../portal/server';
import { cluesOf } from './session';

const COMBINATIONS = pairwise({
  ...DIALECTS,
  clue: CLUES,
  csrf: ['none', 'xsrf', 'csrftoken', 'custom'],
});

/** Sends the portal's cookies and lets the client read them, as a browser would. */
function session(portal: LocalPortal) {
  const cookie = portal.signIn();
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    request.headers.set('cookie', cookie);
    request.headers.set('origin', portal.origin);
    return fetch(request);
  };
  const read = async (name: string) =>
    cookie
      .split('; ')
      .find((each) => each.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? null;
  return createHttp(portal.origin, send, () => csrfHeaders(csrfPairs(), read));
}

// Concurrent, because portals with asynchronous tasks mostly make the client wait.
test.concurrent.each(COMBINATIONS)(
  'lists, generates, renames and revokes in dialect %#: %j',
  async (settings) => {
    const portal = await startPortal({ ...settings, keyCount: 45, originCheck: true } as object);
    try {
      const http = session(portal);
      // Only the OpenAPI document can tell that requests name the field differently from lists.
      const byHand = settings.clue === 'openapi' ? {} : { nameField: settings.nameField };
      const client = createClient(http, {
        confirmed: false,
        find: async () => ({ ...(await findKeys(http, cluesOf(portal.origin))).routes, ...byHand }),
        remember: () => {},
      });
      const names = () => portal.keysOf('mfortin').map(({ name }) => name);

      const listed = await client.list();
      expect(listed.map(({ name }) => name).sort()).toEqual(names().sort());
      for (const stored of portal.keysOf('mfortin')) {
        const key = listed.find(({ id, name }) => name === stored.name && id);
        expect(key?.lastIp ?? null).toBe(stored.lastIp);
      }

      const { key, value } = await client.generate('made here');
      expect(portal.keysOf('mfortin')[0]).toMatchObject({ name: 'made here', value });
      await client.rename(key.id, 'renamed here');
      expect(names()[0]).toBe('renamed here');
      await client.revoke(key.id);
      expect(names()).not.toContain('renamed here');

      portal.expireSessions();
      const failure = await client.list().catch((thrown) => thrown.problem.kind);
      expect(failure).toBe(settings.signedOutAs === '403' ? 'forbidden' : 'signed-out');
    } finally {
      await portal.close();
    }
  },
);
