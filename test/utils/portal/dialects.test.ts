// @vitest-environment node
import { describe, type ExpectStatic, test } from 'vitest';
import { createClient } from '../../../utils/portal/client';
import { csrfHeaders, csrfPairs } from '../../../utils/portal/csrf';
import { findKeys } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { routesAt } from '../../../utils/portal/key-routes';
import { CLUES, DIALECTS } from '../../e2e/support/matrix/dimensions';
import { pairwise } from '../../e2e/support/matrix/pairwise';
import { DIMENSIONS, nameFieldOf, settingsOf } from '../../e2e/support/matrix/portals';
import { type LocalPortal, type PortalSettings, startPortal } from '../../portal/server';
import { cluesOf } from './session';

const COMBINATIONS = pairwise({
  ...DIALECTS,
  clue: CLUES,
  csrf: ['none', 'xsrf', 'csrftoken', 'custom'],
});

/** Each way to speak with each guard, wherever what gives away where the keys are. */
const GUARDED = DIMENSIONS.dialect.flatMap((dialect) =>
  DIMENSIONS.guard.flatMap((guard) => DIMENSIONS.route.map((route) => ({ dialect, guard, route }))),
);

/** The session cookie, and whatever other cookies come with it, as a browser would send and show them. */
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

/** Lists, generates, renames and revokes, and looks at the portal after each. */
async function doTheJob(
  settings: Partial<PortalSettings>,
  expect: ExpectStatic,
  route: (typeof DIMENSIONS.route)[number],
): Promise<void> {
  const portal = await startPortal(settings);
  try {
    const http = session(portal);
    // Nothing but the portal's own description tells a name field that its lists do not show.
    const byHand = route === 'openapi' ? {} : { nameField: portal.settings.nameField };
    const seen = route === 'traffic' ? [portal.keysPathOf()] : [];
    const find = async () =>
      route === 'by hand'
        ? routesAt(portal.keysPathOf(), 'set')
        : (await findKeys(http, cluesOf(portal.origin, seen))).routes;
    const client = createClient(http, {
      confirmed: false,
      find: async () => ({ ...(await find()), ...byHand }),
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
    const { signedOutAs } = portal.settings;
    expect(failure).toBe(signedOutAs === '403' ? 'forbidden' : 'signed-out');
  } finally {
    await portal.close();
  }
}

// Side by side, as each of them mostly waits for its portal to finish a task.
describe.concurrent('lists, generates, renames and revokes', () => {
  test.for(COMBINATIONS)('in the dialect %j', async (settings, { expect }) => {
    const all = { ...settings, keyCount: 45, originCheck: true } as object;
    await doTheJob(all, expect, settings.clue);
  });

  test.for(GUARDED)(
    'in the dialect $dialect, with $guard, found by $route',
    async (kind, { expect }) => {
      const page = {
        layout: 'profile',
        language: 'en',
        browser: 'chromium',
        session: 'lax',
      } as const;
      const all = { ...page, ...kind };
      const settings = { ...settingsOf(all), nameField: nameFieldOf(all) as 'name' | 'label' };
      await doTheJob(settings, expect, kind.route);
    },
  );
});
