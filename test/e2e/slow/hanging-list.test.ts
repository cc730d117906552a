import { connect } from '../support/steps.ts';
import { test } from '../support/test.ts';

test('a list that never arrives has its own message, the old one stays, and Refresh recovers', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await popup.find('button', 'Rename staging deploy');
  await popup.idle();

  portal.faults.push({ kind: 'hang', route: 'GET' });
  await popup.click('button', 'Refresh');
  await popup.says('took too long to respond');
  await popup.find('button', 'Rename staging deploy');
  await popup.idle();

  portal.faults.length = 0;
  await popup.click('button', 'Refresh');
  await popup.idle();
  await popup.gone('button', 'Try again');
});
