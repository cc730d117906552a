// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endedValues } from '../../../utils/keys/ended-values';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { PortalError, type ProblemKind } from '../../../utils/portal/errors';
import { handoffs as store } from '../../../utils/stored/memory';
import { type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, resetPortal, sessionFetch } from '../portal/session';

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => {
  fakeBrowser.reset();
  resetPortal(portal);
});
afterAll(() => portal.close());

/** Generates a key for the portal's first user and returns the kept value. */
async function keptValues() {
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

test('keeps the value of a user who is still signed in', async () => {
  expect(await endedValues(await keptValues(), listAs())).toEqual(NOTHING);
});

test('drops a value when someone else is signed in', async () => {
  const values = await keptValues();
  const [, other] = portal.users;
  expect((await endedValues(values, listAs(other.userName))).ended).toEqual(values);
});

test('drops a value when someone else without keys is signed in', async () => {
  const values = await keptValues();
  expect((await endedValues(values, async () => [])).ended).toEqual(values);
});

test('drops a value when no one is signed in', async () => {
  const values = await keptValues();
  const signedOut = () => clientOf(portal, fetch).list();
  expect(await endedValues(values, signedOut)).toEqual({ signedOut: true, ended: values });
});

test('does not take a key revoked elsewhere for a change of user', async () => {
  const values = await keptValues();
  const [made] = values;
  await clientOf(portal).revoke(made?.keyId ?? '');
  expect(await endedValues(values, listAs())).toEqual(NOTHING);
});

test('allows the very first key to appear late in the list', async () => {
  portal.seed(0);
  expect(await endedValues(await keptValues(), async () => [])).toEqual(NOTHING);
});

test.each<ProblemKind>(['unreachable', 'time-out', 'server-error', 'forbidden', 'rate-limited'])(
  'draws no conclusion from the problem "%s"',
  async (kind) => {
    const failing = () => Promise.reject(new PortalError({ kind }));
    expect(await endedValues(await keptValues(), failing)).toEqual(NOTHING);
  },
);
