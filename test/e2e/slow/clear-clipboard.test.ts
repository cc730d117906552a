import { expect } from 'vitest';
import { clearAfterHalfAMinute, connect, generate } from '../support/steps.ts';
import { test } from '../support/test.ts';

test('a copied key is cleared in time, with no window open and the background stopped', async ({
  browser,
  portal,
}) => {
  await clearAfterHalfAMinute(browser);
  await connect(browser, portal);
  const tab = await browser.openTab(portal.origin);
  const popup = await browser.openRealPopup(tab);
  await generate(popup, 'nightly build');
  await popup.click('button', 'Copy key');
  await popup.sees(/Clipboard clears in 0:(?:30|2\d)/);
  const copied = Date.now();
  expect(await browser.readClipboard()).toBe(portal.keysOf('mfortin')[0]?.value);

  await browser.stopBackground();

  await expect.poll(() => browser.readClipboard(), { timeout: 90_000, interval: 1000 }).toBe('');
  expect(Date.now() - copied).toBeGreaterThan(25_000);
  const next = await browser.openPopup();
  await next.find('button', 'Copy key');
  expect(await next.text()).not.toContain('Clipboard clears in');
});
