import { expect } from 'vitest';
import { clearAfterHalfAMinute, connect, generate, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

test("a key copied on the portal's page can be cleared from the clipboard", async ({
  browser,
  portal,
}) => {
  await clearAfterHalfAMinute(browser);
  await connect(browser, portal);
  const page = await openCredentials(browser, portal);
  await generate(page, 'nightly build');
  await page.click('button', 'Copy key');
  await page.says('Copied');
  expect(await browser.readClipboard()).toBe(portal.keysOf('mfortin')[0]?.value);

  const popup = await browser.openPopup();
  await popup.click('button', 'Clear now');
  await popup.says('Clipboard cleared');
  expect(await browser.readClipboard()).toBe('');
});
