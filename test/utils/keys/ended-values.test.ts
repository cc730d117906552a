// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endedValues } from '../../../utils/keys/ended-values';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { PortalError, type ProblemKind } from '../../../utils/portal/errors';
import { handoffs as store } from '../../../utils/stored/memory';
import { type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, refill, sessionFetch } from '../portal/session';

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  fakeBrowser.reset();
  refill(portal);
});
afterAll(() => portal.close());

/** Generates a key for the portal's first user, and gives the value that waits. */
async function waiting() {
  const client = clientOf(portal);
  const handoffs = createHandoffs({
    store,
    now: () => 0,
    waitTime: async () => 60_000,
    clientOf: async () => client,
  });
  await handoffs.generate({ id: 'a', origin: portal.origin, store: '', name: 'deploy' });
  const all = (await store.getValue()).flatMap((each) => (each.phase === 'ready' ? [each] : []));
  expect(all).toHaveLength(1);
  return all;
}

const listAs = (userName?: string) => () => clientOf(portal, sessionFetch(portal, userName)).list();
const NOTHING = { signedOut: false, ended: [] };

test('the value of somebody who is still signed in goes on waiting', async () => {
  expect(await endedValues(await waiting(), listAs())).toEqual(NOTHING);
});

test('a value does not wait for somebody else', async () => {
  const values = await waiting();
  const [, other] = portal.users;
  expect((await endedValues(values, listAs(other.userName))).ended).toEqual(values);
});

test('nor for somebody else without a key', async () => {
  const values = await waiting();
  expect((await endedValues(values, async () => [])).ended).toEqual(values);
});

test('nor for nobody', async () => {
  const values = await waiting();
  const nobody = () => clientOf(portal, fetch).list();
  expect(await endedValues(values, nobody)).toEqual({ signedOut: true, ended: values });
});

test('a key that was revoked elsewhere does not make its person somebody else', async () => {
  const values = await waiting();
  const [made] = values;
  await clientOf(portal).revoke(made?.keyId ?? '');
  expect(await endedValues(values, listAs())).toEqual(NOTHING);
});

test('the first key of all may be late in the list', async () => {
  portal.seed(0);
  expect(await endedValues(await waiting(), async () => [])).toEqual(NOTHING);
});

test.each<ProblemKind>(['unreachable', 'time-out', 'server-error', 'forbidden', 'rate-limited'])(
  'a portal that is %s says nothing of the session',
  async (kind) => {
    const failing = () => Promise.reject(new PortalError({ kind }));
    expect(await endedValues(await waiting(), failing)).toEqual(NOTHING);
  },
);
