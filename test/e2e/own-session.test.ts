import { expect } from 'vitest';
import { allowPrivate, tabWithOwnSession } from '../matrix/own-session.ts';
import { connect, generate, signInOnPage } from './steps.ts';
import { test } from './test.ts';

test('over a tab with a session of its own, the popup has the keys of that one', async ({
  browser,
  portal,
}) => {
  const [, other] = portal.users;
  await allowPrivate(browser);
  await connect(browser, portal);
  const tab = await tabWithOwnSession(browser);
  await tab.goto(portal.origin);
  await signInOnPage(tab, other);
  const before = portal.keysOf('mfortin');

  const popup = await browser.openRealPopup(tab);
  await popup.find('button', 'Rename terraform-lab');
  await generate(popup, 'made in private');
  const region = await popup.find('region', 'New API key');
  await popup.click('button', 'Show key', region);
  await popup.sees(portal.keysOf(other.userName)[0]?.value ?? '');
  expect(portal.keysOf(other.userName)[0]?.name).toBe('made in private');
  expect(portal.keysOf('mfortin')).toEqual(before);
  expect(await popup.all('button', 'Rename staging deploy')).toEqual([]);

  const ordinary = await browser.openRealPopup(await browser.openTab(portal.origin));
  await ordinary.find('button', 'Rename staging deploy');
  expect(await ordinary.all('region', 'New API key')).toEqual([]);
  expect(await ordinary.text()).not.toContain('made in private');

  const again = await browser.openRealPopup(tab);
  await again.find('region', 'New API key');
  await again.find('button', 'Rename made in private');
});
