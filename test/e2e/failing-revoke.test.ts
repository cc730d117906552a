import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

test('a key that could not be revoked stays, and the dialog says why', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  portal.faults.push({ kind: 'status', status: 503, route: 'DELETE' });

  await popup.click('button', 'Revoke staging deploy');
  const dialog = await popup.find('dialog', 'Revoke API key');
  await popup.click('button', 'Revoke', dialog);
  await popup.says('had a server error (HTTP 503)');

  portal.faults.length = 0;
  await popup.click('button', 'Revoke', dialog);
  await popup.gone('dialog', 'Revoke API key');
  await popup.gone('button', 'Revoke staging deploy');
});
