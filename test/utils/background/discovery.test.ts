// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { discover, discoverFor } from '../../../utils/background/discovery';
import { discoveries, portals, remember } from '../../../utils/stored/portals';
import { effectivePortal } from '../../../utils/transport/effective-portal';
import { type LocalPortal, startPortal } from '../../portal/server';
import { openTabs } from '../browser/open-tabs';
import { requestLines, resetPortal, sessionFetch } from '../portal/session';

let local: LocalPortal;
beforeAll(async () => {
  local = await startPortal();
});
beforeEach(async () => {
  fakeBrowser.reset();
  resetPortal(local);
  openTabs();
  vi.stubGlobal('fetch', sessionFetch(local));
  await portals.update(() => [{ origin: local.origin, label: 'Local', color: 'blue' }]);
});
afterAll(() => local.close());

const session = () => ({ origin: local.origin, store: '' });
const known = async () => (await discoveries.getValue())[local.origin];

test('stores what was found, with the API host it was found on', async () => {
  const routes = await discover(session());
  expect(routes.list).toBe('/rest/api_keys');
  expect(await known()).toMatchObject({ routes, api: local.origin });
});

test('shares one search between two windows that ask at once', async () => {
  const [one, other] = await Promise.all([discover(session()), discover(session())]);
  expect(one).toBe(other);
  expect(requestLines(local).filter((each) => each === 'GET /rest/api_keys')).toHaveLength(1);
});

test('searches again once a search has ended', async () => {
  await discover(session());
  local.settings.keysPath = '/api/v2/api_keys';
  expect((await discover(session())).list).toBe('/api/v2/api_keys');
});

test('does not store a setting as something found', async () => {
  await portals.update((all) => all.map((portal) => ({ ...portal, nameField: 'label' })));
  await discover(session());
  expect((await known())?.routes).not.toMatchObject({ nameField: 'label' });
  const [portal] = await portals.getValue();
  if (portal) expect(effectivePortal(portal, await known()).routes?.nameField).toBe('label');
});

test('tries the paths the page requested first', async () => {
  local.settings.keysPath = '/rest/unguessable/api_keys';
  await remember(local.origin, { seen: ['/rest/unguessable/api_keys'] });
  expect(await discover(session())).toMatchObject({ from: 'page' });
  expect(requestLines(local)[0]).toBe('GET /rest/unguessable/api_keys');
});

describe('a window', () => {
  test('gets null when the keys were found', async () => {
    expect(await discoverFor(session())).toBeNull();
  });

  test('gets the problem as data', async () => {
    local.settings.keysPath = '/rest/unguessable/api_keys';
    expect(await discoverFor(session())).toEqual({ kind: 'not-found' });
    expect((await known())?.routes).toBeUndefined();
  });

  test('learns that a portal is not connected, and nothing is sent there', async () => {
    await portals.update(() => []);
    expect(await discoverFor(session())).toEqual({ kind: 'no-permission' });
    expect(local.requests).toEqual([]);
  });

  test('of a private session without a tab is signed out, and the ordinary session is not used', async () => {
    expect(await discoverFor({ ...session(), store: 'private' })).toEqual({ kind: 'signed-out' });
    expect(local.requests).toEqual([]);
  });
});
