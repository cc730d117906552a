import { expect } from 'vitest';
import { connect, generate } from '../support/steps.ts';
import { test } from '../support/test.ts';

test('a value that nobody copies is deleted when it expires, with no window open', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const options = await browser.openOptions();
  await options.click('link', 'Preferences');
  await options.fill('textbox', 'Keep new key values for (minutes)', '1');
  await options.close();

  const popup = await browser.openPopup();
  await generate(popup, 'nightly build');
  await popup.sees(/Available for (?:1:00|0:5\d)/);
  const arrived = Date.now();
  await popup.close();
  await browser.stopBackground();

  await expect.poll(() => browser.badgeText(), { timeout: 100_000, interval: 1000 }).toBe('');
  expect(Date.now() - arrived).toBeGreaterThan(50_000);
  const next = await browser.openPopup();
  await next.find('button', 'Revoke nightly build');
  expect(await next.all('region', 'New API key')).toEqual([]);
});
