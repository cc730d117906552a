// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forSamePerson } from '../../../utils/background/same-person';
import { knownList } from '../../../utils/stored/memory';
import { type LocalPortal, startPortal } from '../../portal/server';
import { clientOf, problemFrom, requestLines, resetPortal, sessionFetch } from '../portal/session';

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startPortal({ usersRead: false });
});
beforeEach(() => {
  fakeBrowser.reset();
  resetPortal(portal);
});
afterAll(() => portal.close());

/** A client for `signedIn`, after keys were shown to `shownTo`. */
async function client(signedIn: string, shownTo: string | null | undefined) {
  const session = { origin: portal.origin, store: '' };
  if (shownTo !== undefined) {
    await knownList(session).setValue({ keys: [], readAt: 0, userName: shownTo });
  }
  return forSamePerson(clientOf(portal, sessionFetch(portal, signedIn)), session);
}
const posts = () => requestLines(portal).filter((each) => each.startsWith('POST'));

test.each([
  ['the same user', 'mfortin'],
  ['an unnamed user', null],
  ['no one yet', undefined],
])('generates a key when keys were shown to %s', async (_, shownTo) => {
  const { value } = await (await client('mfortin', shownTo)).generate('x');
  expect(value).toBe(portal.keysOf('mfortin')[0]?.value);
  expect(posts()).toHaveLength(1);
});

test('generates no key for anyone but the user whose keys were shown', async () => {
  const other = await client('iosei', 'mfortin');
  expect(await problemFrom(other.generate('x'))).toEqual({ kind: 'changed' });
  expect(posts()).toEqual([]);
});

test('generates no key when it can no longer tell who is signed in', async () => {
  const same = await client('mfortin', 'mfortin');
  portal.faults.push({ kind: 'status', status: 503, route: '/*/users' });
  expect(await problemFrom(same.generate('x'))).toEqual({ kind: 'changed' });
  expect(posts()).toEqual([]);
});
