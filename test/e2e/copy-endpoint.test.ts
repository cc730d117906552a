import { expect } from 'vitest';
import { connect, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

test('the popup copies the endpoint that the portal shows on its page', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const page = await openCredentials(browser, portal);
  await page.find('button', 'Copy endpoint');

  const popup = await browser.openPopup();
  await popup.find('button', 'Rename staging deploy');
  await popup.click('button', 'Copy endpoint');
  await popup.sees('Copied');
  expect(await browser.readClipboard()).toBe(`${portal.origin}/api/v1`);
});
