// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../../utils/portal/client';
import { isRefusal, type Problem, problemOf } from '../../../utils/portal/errors';
import { findKeys } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { routesAt } from '../../../utils/portal/key-routes';
import { type LocalPortal, startPortal } from '../../portal/server';
import { cluesOf, requestLines, resetPortal, sessionFetch } from './session';

const PATH = '/rest/api_keys';

/** Bad answers. A search may accept those that read as a list of keys. */
const FAULTS = [
  { kind: 'huge' },
  { kind: 'deep' },
  { kind: 'redirect-elsewhere' },
  { kind: 'wrong-type' },
  { kind: 'html' },
  { kind: 'truncated' },
  { kind: 'not-keys', reads: true },
  { kind: 'long-name', reads: true },
] as const;

/** However bad an answer is, it is handled at once. */
const AT_ONCE = { timeout: 10_000 };

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => resetPortal(portal));
afterAll(() => portal.close());

/** Opens a client that knows where the keys are or has to search. */
function start({ known }: { known: boolean }) {
  const http = createHttp(portal.origin, sessionFetch(portal));
  return createClient(http, {
    routes: known ? routesAt(PATH, 'probe') : undefined,
    confirmed: known,
    find: async () => (await findKeys(http, cluesOf(portal.origin))).routes,
    remember: () => {},
  });
}

const names = () => portal.keysOf('mfortin').map(({ name }) => name);
const changes = () => requestLines(portal).filter((request) => !request.startsWith('GET '));
const firstId = () => portal.keysOf('mfortin')[0]?.id ?? '';

/** The problem a promise is rejected with, or `null`. Any other error fails the test. */
const problemIn = (promise: Promise<unknown>): Promise<Problem | null> =>
  promise.then(() => null, problemOf);

describe.each(FAULTS)('answers that are $kind', ({ kind, ...fault }) => {
  const reads = 'reads' in fault;

  test(
    `during a search lead to no change unless they read as keys (${kind})`,
    AT_ONCE,
    async () => {
      const client = start({ known: false });
      portal.faults.push({ kind, route: 'GET' });
      const problem = await problemIn(client.generate('x'));
      expect(changes()).toEqual(reads ? [`POST ${PATH}`] : []);
      expect(problem === null).toBe(reads);
    },
  );

  test(`for the list are keys or a problem (${kind})`, AT_ONCE, async () => {
    const client = start({ known: true });
    portal.faults.push({ kind, route: 'GET' });
    const problem = await problemIn(client.list());
    expect(problem === null).toBe(reads);
    expect(changes()).toEqual([]);
  });

  test.each([false, true])(
    `to generating never cause a second request (${kind}, made: %s)`,
    AT_ONCE,
    async (after) => {
      const client = start({ known: true });
      portal.faults.push({ kind, after, route: 'POST' });
      const problem = await problemIn(client.generate('x'));
      expect(problem).not.toBeNull();
      expect(changes()).toEqual([`POST ${PATH}`]);
      // Otherwise a key would exist without anyone knowing.
      if (names().includes('x')) expect(problem).not.toSatisfy(isRefusal);
    },
  );

  test.each([false, true])(
    `to renaming cause no other change (${kind}, made: %s)`,
    AT_ONCE,
    async (after) => {
      const client = start({ known: true });
      const id = firstId();
      portal.faults.push({ kind, after, route: 'PUT' });
      await problemIn(client.rename(id, 'x'));
      expect(changes()).toEqual([`PUT ${PATH}/${id}`]);
      expect(names().slice(1)).toEqual(['Mettre-à-jour-les-étiquettes', 'quarterly-usage-report']);
    },
  );

  test.each([false, true])(
    `to revoking cause no other change (${kind}, made: %s)`,
    AT_ONCE,
    async (after) => {
      const client = start({ known: true });
      const id = firstId();
      portal.faults.push({ kind, after, route: 'DELETE' });
      await problemIn(client.revoke(id));
      expect(changes()).toEqual([`DELETE ${PATH}/${id}`]);
      expect(names().slice(-2)).toEqual(['Mettre-à-jour-les-étiquettes', 'quarterly-usage-report']);
    },
  );
});
