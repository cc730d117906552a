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

const requestFor = (origin: string, label: string, apiOrigin = '') => ({
  origin,
  label,
  apiOrigin,
});

let granted: Set<string>;
beforeEach(() => {
  fakeBrowser.reset();
  keepSessionRules();
  granted = grant(`${ONE}/*`, `${TWO}/*`);
});

test('adds a portal after the others, with its own colour, and shows it', async () => {
  await connect(requestFor(ONE, 'One'));
  await connect(requestFor(TWO, 'Two'));
  expect(await portals.getValue()).toEqual([
    { origin: ONE, label: 'One', color: PORTAL_COLORS[0] },
    { origin: TWO, label: 'Two', color: PORTAL_COLORS[1] },
  ]);
  expect(await lastPortal.getValue()).toBe(TWO);
});

test('connects more portals than there are colours', async () => {
  const origins = Array.from({ length: 8 }, (_, at) => `https://p${at}.example.com`);
  for (const origin of origins) {
    granted.add(`${origin}/*`);
    await connect(requestFor(origin, origin));
  }
  const colors = (await portals.getValue()).map(({ color }) => color);
  expect(colors).toHaveLength(8);
  expect(new Set(colors)).toEqual(new Set(PORTAL_COLORS));
});

test('keeps the settings of a portal that is already connected', async () => {
  const set = { origin: ONE, label: 'Mine', color: 'red', keysPath: '/keys' } as const;
  await portals.update(() => [set]);
  await connect(requestFor(ONE, 'One'));
  expect(await portals.getValue()).toEqual([set]);
});

test('adds no portal whose host was denied', async () => {
  granted.clear();
  await connect(requestFor(ONE, 'One'));
  expect(await portals.getValue()).toEqual([]);
  expect(await lastPortal.getValue()).toBe('');
});

test('finishes what a popup started once the host is granted', async () => {
  granted.clear();
  await connecting.setValue(requestFor(ONE, 'One'));
  await finishConnecting();
  expect(await portals.getValue()).toEqual([]);
  granted.add(`${ONE}/*`);
  await finishConnecting();
  expect(await portals.getValue()).toMatchObject([{ origin: ONE, label: 'One' }]);
  expect(await connecting.getValue()).toBeNull();
});

test('connects nothing when a host is granted out of the blue', async () => {
  await finishConnecting();
  expect(await portals.getValue()).toEqual([]);
});

test('adds one portal when the popup and the background finish together', async () => {
  await connecting.setValue(requestFor(ONE, 'One'));
  await Promise.all([connect(requestFor(ONE, 'One')), finishConnecting()]);
  expect(await portals.getValue()).toHaveLength(1);
});

test('uses an API on another host once both hosts are granted', async () => {
  await connect(requestFor(ONE, 'One'));
  await connect(requestFor(ONE, 'One', API));
  expect(await portals.getValue()).toEqual([
    { origin: ONE, label: 'One', color: PORTAL_COLORS[0] },
  ]);
  granted.add(`${API}/*`);
  await connect(requestFor(ONE, 'Other', API));
  expect(await portals.getValue()).toEqual([
    { origin: ONE, label: 'One', color: PORTAL_COLORS[0], apiOrigin: API },
  ]);
});

test('connecting a portal again keeps its API host', async () => {
  granted.add(`${API}/*`);
  await connect(requestFor(ONE, 'One', API));
  await connect(requestFor(ONE, 'One'));
  expect(await portals.getValue()).toMatchObject([{ apiOrigin: API }]);
});
