// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { routesAt } from '../../../utils/portal/key-routes';
import { drafts, knownList } from '../../../utils/stored/memory';
import { discoveries, type Portal, portals, remember } from '../../../utils/stored/portals';
import { effectivePortal } from '../../../utils/transport/effective-portal';
import { optionsActions } from '../../../utils/window/options-actions';
import { type LocalPortal, startPortal } from '../../portal/server';
import { grant } from '../browser/granted';
import { openTabs } from '../browser/open-tabs';
import { requestLines, resetPortal, sessionFetch } from '../portal/session';
import { connected } from './opened';

const OTHER: Portal = { origin: 'https://other.example.com', label: 'Other', color: 'red' };

let local: LocalPortal;
let granted: Set<string>;
beforeAll(async () => {
  local = await startPortal();
});
beforeEach(() => {
  fakeBrowser.reset();
  resetPortal(local);
  granted = grant('http://127.0.0.1/*', 'https://other.example.com/*');
  openTabs();
  vi.stubGlobal('fetch', sessionFetch(local));
});
afterAll(() => local.close());

describe('saving', () => {
  test("changes one portal, and leaves the others' settings", async () => {
    const portal = await connected(local, OTHER);
    await optionsActions.savePortal({ ...portal, label: 'Mine' });
    expect(await portals.getValue()).toEqual([{ ...portal, label: 'Mine' }, OTHER]);
  });
});

describe('testing the settings', () => {
  const saved = (portal: Portal) => optionsActions.savePortal(portal);

  test('returns the number of keys at the configured path', async () => {
    const portal = { ...(await connected(local)), keysPath: '/rest/api_keys' };
    expect(await optionsActions.test(portal, saved(portal))).toBe(3);
    const { [local.origin]: found } = await discoveries.getValue();
    expect(effectivePortal(portal, found)).toMatchObject({ confirmed: true });
  });

  test('returns the problem with the saved settings, not with what was found', async () => {
    const portal = { ...(await connected(local)), keysPath: '/rest/nothing' };
    await remember(local.origin, { routes: routesAt('/rest/api_keys', 'probe') });
    expect(await optionsActions.test(portal, saved(portal))).toMatchObject({ kind: 'not-found' });
    expect(requestLines(local)).not.toContain('GET /rest/api_keys');
  });

  test('requests the API host, and contacts nothing when it is denied', async () => {
    const portal = { ...(await connected(local)), apiOrigin: 'https://api.example.com' };
    const request = vi
      .spyOn(fakeBrowser.permissions, 'request')
      .mockImplementation(async () => false);
    expect(await optionsActions.test(portal, saved(portal))).toEqual({ kind: 'no-permission' });
    expect(request).toHaveBeenCalledWith({
      origins: ['http://127.0.0.1/*', 'https://api.example.com/*'],
    });
    expect(local.requests).toEqual([]);
  });
});

describe('removing', () => {
  test('deletes the data of one portal in all its sessions, and nothing of others', async () => {
    const portal = await connected(local, OTHER);
    const list = { keys: [], readAt: 0, userName: null };
    const sessions = [portal, OTHER].flatMap(({ origin }) =>
      ['', 'private'].map((store) => ({ origin, store })),
    );
    for (const session of sessions) {
      await knownList(session).setValue(list);
      await drafts(session).set('generate', 'nightly');
    }
    await remember(portal.origin, { seen: ['/rest/keys'] });
    await remember(OTHER.origin, { seen: ['/rest/keys'] });
    await optionsActions.removePortal(portal);

    expect(await portals.getValue()).toEqual([OTHER]);
    expect(Object.keys(await discoveries.getValue())).toEqual([OTHER.origin]);
    const left = Object.keys(await fakeBrowser.storage.session.get());
    expect(left.filter((key) => key.includes(portal.origin))).toEqual([]);
    expect(left.filter((key) => key.includes(OTHER.origin))).toHaveLength(4);
    expect([...granted]).toEqual(['https://other.example.com/*']);
  });

  test('keeps access to a host that another portal needs', async () => {
    const portal = await connected(local, { ...OTHER, origin: 'http://127.0.0.1:1' });
    await optionsActions.removePortal(portal);
    expect(granted).toContain('http://127.0.0.1/*');
  });
});
