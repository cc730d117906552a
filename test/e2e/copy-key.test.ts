import { expect } from 'vitest';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

test('a new key is copied without being shown', async ({ browser, portal }) => {
  await connect(browser, portal);
  const tab = await browser.openTab(portal.origin);
  const popup = await browser.openRealPopup(tab);
  await generate(popup, 'nightly build');

  await popup.click('button', 'Copy key');
  await popup.sees('Copied');

  const value = portal.keysOf('mfortin')[0]?.value ?? '';
  expect(await popup.text()).not.toContain(value);
  expect(await browser.readClipboard()).toBe(value);
});
