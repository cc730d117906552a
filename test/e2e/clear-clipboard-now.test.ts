import { expect } from 'vitest';
import { clearAfterHalfAMinute, connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

test('a copied key can be cleared from the clipboard at once, in any window', async ({
  browser,
  portal,
}) => {
  await clearAfterHalfAMinute(browser);
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await generate(popup, 'nightly build');
  await popup.click('button', 'Copy key');
  await popup.sees('Clipboard clears in');
  await popup.click('button', 'Done');
  await popup.gone('button', 'Copy key');
  await popup.sees('Clipboard clears in');
  await popup.close();

  const options = await browser.openOptions();
  await options.click('link', 'Preferences');
  await options.click('button', 'Clear now');
  await options.says('Clipboard cleared');
  await options.gone('button', 'Clear now');

  expect(await browser.readClipboard()).toBe('');
});
