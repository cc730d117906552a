// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  discoveries,
  lastPortal,
  type Portal,
  portals,
  remember,
} from '../../../utils/stored/portals';
import { effectivePortal } from '../../../utils/transport/effective-portal';

const ONE: Portal = { origin: 'https://one.example.com', label: 'One', color: 'blue' };
const TWO: Portal = { origin: 'https://two.example.com', label: 'Two', color: 'grey' };
const UNREADABLE: unknown[] = [
  null,
  'https://three.example.com',
  {},
  { origin: 'not an address', label: 'x', color: 'blue' },
  { origin: 'https://four.example.com', label: 'Four', color: 'ultraviolet' },
  { origin: 'https://five.example.com', color: 'blue' },
  { origin: 'https://six.example.com', label: 'Six', color: 'blue', keysPath: 6 },
  { origin: 'https://seven.example.com', label: 'Seven', color: 'blue', keysPath: '//' },
  { origin: 'https://eight.example.com', label: 'Eight', color: 'blue', endpoint: 'x' },
];

const store = (key: string, value: unknown) => fakeBrowser.storage.local.set({ [key]: value });
const stored = async (key: string) => (await fakeBrowser.storage.local.get(key))[key];

beforeEach(() => fakeBrowser.reset());

describe('the portals', () => {
  test('are empty at first', async () => {
    expect(await portals.getValue()).toEqual([]);
  });

  test('are read one by one, skipping unreadable entries', async () => {
    await store('portals', [UNREADABLE[0], ONE, ...UNREADABLE, TWO]);
    expect(await portals.getValue()).toEqual([ONE, TWO]);
  });

  test('are updated without losing what another version wrote', async () => {
    await store('portals', [...UNREADABLE, ONE]);
    await portals.update((all) => [...all, TWO]);
    expect(await portals.getValue()).toEqual([ONE, TWO]);
    expect(await stored('portals')).toEqual(expect.arrayContaining(UNREADABLE));
    await portals.update(() => []);
    expect(await stored('portals')).toEqual(UNREADABLE);
  });

  test('are not overwritten when they cannot be read', async () => {
    const other = { version: 2, list: [ONE] };
    await store('portals', other);
    await portals.update((all) => [...all, TWO]).catch(() => {});
    const everything = JSON.stringify(await fakeBrowser.storage.local.get());
    expect(everything).toContain(JSON.stringify(other));
  });

  test('keep two changes made at the same time', async () => {
    const add = (portal: Portal) => portals.update((all) => [...all, portal]);
    await Promise.all([add(ONE), add(TWO)]);
    expect(await portals.getValue()).toEqual([ONE, TWO]);
  });

  test('notify other windows with the readable entries', async () => {
    const notified: Portal[][] = [];
    portals.watch((all) => notified.push(all));
    await store('portals', [ONE, ...UNREADABLE]);
    await store('lastPortal', ONE.origin);
    await fakeBrowser.storage.session.set({ portals: [TWO] });
    expect(notified).toEqual([[ONE]]);
  });
});

describe('a discovery', () => {
  test('is merged, portal by portal', async () => {
    await remember(ONE.origin, { endpoint: 'https://one.example.com/api/v2' });
    await remember(TWO.origin, { seen: ['/rest/keys'] });
    await remember(ONE.origin, { endpointFrom: 'api' });
    expect(await discoveries.getValue()).toEqual({
      [ONE.origin]: { endpoint: 'https://one.example.com/api/v2', endpointFrom: 'api' },
      [TWO.origin]: { seen: ['/rest/keys'] },
    });
  });

  test('keeps everything that is stored at the same time', async () => {
    await Promise.all([
      remember(ONE.origin, { endpoint: 'https://one.example.com/api/v2' }),
      remember(ONE.origin, { seen: ['/rest/keys'] }),
    ]);
    expect(await discoveries.getValue()).toEqual({
      [ONE.origin]: { endpoint: 'https://one.example.com/api/v2', seen: ['/rest/keys'] },
    });
  });

  const ROUTES = { list: '/rest/keys', item: '/rest/keys/{id}', from: 'probe' };

  // A page that has taken over its content script can write here.
  test.each<[string, object]>([
    ['routes that are not routes', { routes: 7 }],
    [
      'keys of one path and changes to another',
      { routes: { ...ROUTES, item: '/rest/users/{id}' } },
    ],
    ['a path that is none', { routes: { ...ROUTES, list: '//evil', item: '//evil/{id}' } }],
    ['a method that is none', { routes: { ...ROUTES, renameVerb: 'delete' } }],
    ['an unknown source', { routes: { ...ROUTES, from: 'page of a stranger' } }],
    ['an API host that is none', { api: 'nowhere' }],
    ['addresses that are no list', { seen: 5 }],
    ['addresses that no URL can hold', { seen: ['/\\'], documented: ['//'] }],
    ['an endpoint that is none', { endpoint: 'javascript:alert(1)', endpointFrom: 'page' }],
  ])('is not taken from %s', async (_, forged) => {
    await store('discoveries', { [ONE.origin]: forged, [TWO.origin]: { seen: ['/rest/keys'] } });
    const { [ONE.origin]: read, [TWO.origin]: other } = await discoveries.getValue();
    expect(read).toEqual('endpointFrom' in forged ? { endpointFrom: 'page' } : {});
    expect(other).toEqual({ seen: ['/rest/keys'] });
    expect(() => effectivePortal(ONE, read)).not.toThrow();
  });

  test('is taken as it was found', async () => {
    const found = {
      routes: { ...ROUTES, renameVerb: 'patch', nameField: 'title', orgId: 'o 1' },
      api: ONE.origin,
      seen: ['/rest/keys', 'https://api.example.com/v2'],
      documented: ['/rest/keys'],
      endpoint: 'https://one.example.com/api/v2',
      endpointFrom: 'page',
    };
    await store('discoveries', { [ONE.origin]: found });
    expect((await discoveries.getValue())[ONE.origin]).toEqual(found);
  });

  test('keeps an endpoint as the page spells it', async () => {
    const found = { endpoint: 'HTTPS://One.Example.com/api/v2', endpointFrom: 'page' };
    await store('discoveries', { [ONE.origin]: found });
    expect((await discoveries.getValue())[ONE.origin]).toEqual(found);
  });

  test.each(['none', [1], 7])('is empty when stored as %j', async (value) => {
    await store('discoveries', value);
    expect(await discoveries.getValue()).toEqual({});
  });
});

test.each([
  ['https://one.example.com', 'https://one.example.com'],
  [undefined, ''],
  [7, ''],
])('reads the last portal stored as %j as %j', async (value, read) => {
  await store('lastPortal', value);
  expect(await lastPortal.getValue()).toBe(read);
});
