import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

test('a key is found, and its revocation cancelled, without a mouse', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await popup.focused('searchbox', 'Search keys');
  await popup.type('quarterly');
  await popup.sees('1 of 3');

  await popup.press('ArrowDown');
  await popup.focused('button', 'Copy quarterly-usage-report');
  await popup.press('Tab');
  await popup.focused('button', 'Rename quarterly-usage-report');
  await popup.press('Tab');
  await popup.focused('button', 'Revoke quarterly-usage-report');
  await popup.press('Enter');
  await popup.find('dialog', 'Revoke API key');
  await popup.press('Escape');

  await popup.gone('dialog', 'Revoke API key');
  await popup.focused('button', 'Revoke quarterly-usage-report');
});
