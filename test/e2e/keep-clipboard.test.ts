import { expect } from 'vitest';
import { clearAfterHalfAMinute, connect, generate, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

test('text that is copied after a key stays on the clipboard', async ({ browser, portal }) => {
  await clearAfterHalfAMinute(browser);
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await generate(popup, 'nightly build');
  await popup.click('button', 'Copy key');
  await popup.find('button', 'Clear now');

  await popup.click('button', 'Copy nightly build');
  await popup.gone('button', 'Clear now');
  expect(await browser.readClipboard()).toBe('nightly build');

  await popup.click('button', 'Copy key');
  await popup.find('button', 'Clear now');
  const page = await openCredentials(browser, portal);
  await page.click('button', 'Copy endpoint');
  await page.says('Copied');
  await popup.gone('button', 'Clear now');
  expect(await browser.readClipboard()).toContain(portal.origin);
});
