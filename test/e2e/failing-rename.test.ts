import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

test('a new name stays in its field until the portal accepts it', async ({ browser, portal }) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  portal.faults.push({ kind: 'status', status: 503, route: 'PUT' });

  await popup.click('button', 'Rename staging deploy');
  await popup.fill('textbox', 'New name of staging deploy', 'production deploy');
  await popup.press('Enter');
  await popup.says('had a server error (HTTP 503)');
  expect(await popup.value('textbox', 'New name of staging deploy')).toBe('production deploy');

  portal.faults.length = 0;
  await popup.click('button', 'Save');
  await popup.find('button', 'Rename production deploy');
});
