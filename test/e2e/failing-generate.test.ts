import { expect } from 'vitest';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

test('after the portal refuses a key, its name does not have to be typed again', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  portal.faults.push({ kind: 'status', status: 403, route: 'POST' });

  await generate(popup, 'nightly build');
  await popup.says('nightly build was not generated');
  await popup.says('does not let your account manage API keys');

  portal.faults.length = 0;
  await popup.click('button', 'Generate again');
  await popup.focused('textbox', 'Name');
  expect(await popup.value('textbox', 'Name')).toBe('nightly build');
  await popup.press('Enter');
  await popup.find('region', 'New API key');
});
