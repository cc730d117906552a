import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

test('a key is renamed, unless Escape is pressed', async ({ browser, portal }) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();

  await popup.click('button', 'Rename staging deploy');
  await popup.fill('textbox', 'New name of staging deploy', 'never mind');
  await popup.press('Escape');
  await popup.find('button', 'Rename staging deploy');
  expect(portal.requests.filter(({ method }) => method === 'PUT')).toEqual([]);

  await popup.click('button', 'Rename staging deploy');
  await popup.fill('textbox', 'New name of staging deploy', 'production deploy');
  await popup.press('Enter');
  await popup.find('button', 'Rename production deploy');
  expect(portal.keysOf('mfortin').map(({ name }) => name)).toContain('production deploy');
});
