// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect, finishConnecting } from '../../../utils/background/connect';
import { connecting } from '../../../utils/stored/memory';
import { lastPortal, PORTAL_COLORS, portals } from '../../../utils/stored/portals';
import { grant } from '../browser/granted';
import { keepSessionRules } from './session-rules';

const ONE = 'https://one.example.com';
const TWO = 'https://two.example.com';

const API = 'https://api.example.com';

const asking = (origin: string, label: string, apiOrigin = '') => ({ origin, label, apiOrigin });

let granted: Set<string>;
beforeEach(() => {
  fakeBrowser.reset();
  keepSessionRules();
  granted = grant(`${ONE}/*`, `${TWO}/*`);
});

test('a portal is added after the others, in a colour of its own, and shown', async () => {
  await connect(asking(ONE, 'One'));
  await connect(asking(TWO, 'Two'));
  expect(await portals.getValue()).toEqual([
    { origin: ONE, label: 'One', color: PORTAL_COLORS[0] },
    { origin: TWO, label: 'Two', color: PORTAL_COLORS[1] },
  ]);
  expect(await lastPortal.getValue()).toBe(TWO);
});

test('more portals than colours can be connected', async () => {
  const origins = Array.from({ length: 8 }, (_, at) => `https://p${at}.example.com`);
  for (const origin of origins) {
    granted.add(`${origin}/*`);
    await connect(asking(origin, origin));
  }
  const colors = (await portals.getValue()).map(({ color }) => color);
  expect(colors).toHaveLength(8);
  expect(new Set(colors)).toEqual(new Set(PORTAL_COLORS));
});

test('a portal that is there already stays as its person set it', async () => {
  const set = { origin: ONE, label: 'Mine', color: 'red', keysPath: '/keys' } as const;
  await portals.update(() => [set]);
  await connect(asking(ONE, 'One'));
  expect(await portals.getValue()).toEqual([set]);
});

test('a portal whose host was refused is not added', async () => {
  granted.clear();
  await connect(asking(ONE, 'One'));
  expect(await portals.getValue()).toEqual([]);
  expect(await lastPortal.getValue()).toBe('');
});

test('what a popup began is finished once its host is granted', async () => {
  granted.clear();
  await connecting.setValue(asking(ONE, 'One'));
  await finishConnecting();
  expect(await portals.getValue()).toEqual([]);
  granted.add(`${ONE}/*`);
  await finishConnecting();
  expect(await portals.getValue()).toMatchObject([{ origin: ONE, label: 'One' }]);
  expect(await connecting.getValue()).toBeNull();
});

test('a host that was granted for nothing begun connects nothing', async () => {
  await finishConnecting();
  expect(await portals.getValue()).toEqual([]);
});

test('a popup and the background that finish at the same time add one portal', async () => {
  await connecting.setValue(asking(ONE, 'One'));
  await Promise.all([connect(asking(ONE, 'One')), finishConnecting()]);
  expect(await portals.getValue()).toHaveLength(1);
});

test("a portal's API on another host is used once both hosts are granted", async () => {
  await connect(asking(ONE, 'One'));
  await connect(asking(ONE, 'One', API));
  expect(await portals.getValue()).toEqual([
    { origin: ONE, label: 'One', color: PORTAL_COLORS[0] },
  ]);
  granted.add(`${API}/*`);
  await connect(asking(ONE, 'Other', API));
  expect(await portals.getValue()).toEqual([
    { origin: ONE, label: 'One', color: PORTAL_COLORS[0], apiOrigin: API },
  ]);
});

test('to connect a portal again leaves its API where it is', async () => {
  granted.add(`${API}/*`);
  await connect(asking(ONE, 'One', API));
  await connect(asking(ONE, 'One'));
  expect(await portals.getValue()).toMatchObject([{ apiOrigin: API }]);
});
