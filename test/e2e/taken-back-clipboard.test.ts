import { expect } from 'vitest';
import { clearAfterHalfAMinute, connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

const CHOICE = 'Clear the clipboard after copying a key';

test('clearing is turned off when the clipboard permission is revoked', async ({
  browser,
  portal,
}) => {
  await clearAfterHalfAMinute(browser);
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await generate(popup, 'nightly build');
  await popup.click('button', 'Copy key');
  await popup.find('button', 'Clear now');

  const options = await browser.openOptions();
  await options.click('link', 'Preferences');
  await expect.poll(() => options.value('combobox', CHOICE)).toBe('30');
  await options.page.evaluate(() => chrome.permissions.remove({ permissions: ['clipboardWrite'] }));
  await expect.poll(() => options.value('combobox', CHOICE)).toBe('0');
  await popup.gone('button', 'Clear now');
});

declare const chrome: { permissions: { remove(what: object): Promise<boolean> } };
