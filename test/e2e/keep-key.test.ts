import { expect } from 'vitest';
import { connect, generate, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

test('a key that is kept on the page can be copied in the popup after the page is gone', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const page = await openCredentials(browser, portal);
  await generate(page, 'nightly build');
  await page.click('button', 'Keep for 10 minutes');
  await page.says('Kept. Open the extension to copy it.');
  await expect.poll(() => browser.badgeText()).toBe('1');
  await page.goto('about:blank');

  const popup = await browser.openPopup();
  const region = await popup.find('region', 'New API key');
  expect(await popup.textOf('heading', 'nightly build', region)).toBe('nightly build');
  await popup.sees(/(?:10:00|9:\d\d)/);
  await popup.click('button', 'Copy key', region);
  await popup.says('Copied');

  expect(await browser.readClipboard()).toBe(portal.keysOf('mfortin')[0]?.value);
  await popup.click('button', 'Done');
  await expect.poll(() => browser.badgeText()).toBe('');
});
