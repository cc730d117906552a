import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

test('a change whose response is lost is checked in the list, and not sent twice', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await popup.find('button', 'Rename staging deploy');
  const writes = () => portal.requests.filter(({ method }) => method !== 'GET');

  portal.faults.push({ kind: 'drop', after: true, route: 'PUT' });
  await popup.click('button', 'Rename staging deploy');
  await popup.fill('textbox', 'New name of staging deploy', 'production deploy');
  await popup.press('Enter');
  await popup.find('button', 'Rename production deploy');
  expect(writes()).toMatchObject([{ method: 'PUT' }]);

  portal.faults.push({ kind: 'drop', after: true, route: 'DELETE' });
  await popup.click('button', 'Revoke production deploy');
  const dialog = await popup.find('dialog', 'Revoke API key');
  await popup.click('button', 'Revoke', dialog);
  await popup.gone('dialog', 'Revoke API key');
  await popup.gone('button', 'Rename production deploy');
  expect(writes()).toMatchObject([{ method: 'PUT' }, { method: 'DELETE' }]);
});
