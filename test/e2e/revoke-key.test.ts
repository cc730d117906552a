import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

test('a key is revoked after a confirmation, which can be cancelled', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  const names = () => portal.keysOf('mfortin').map(({ name }) => name);

  await popup.click('button', 'Revoke quarterly-usage-report');
  const dialog = await popup.find('dialog', 'Revoke API key');
  const [facts] = await popup.texts('dialog');
  expect(facts).toContain('quarterly-usage-report');
  expect(facts).toContain('203.0.113.24');
  expect(facts).toContain('Last activity');
  await popup.click('button', 'Cancel', dialog);
  await popup.gone('dialog');
  expect(names()).toContain('quarterly-usage-report');

  await popup.click('button', 'Revoke quarterly-usage-report');
  await popup.click('button', 'Revoke', await popup.find('dialog', 'Revoke API key'));
  await popup.gone('button', 'Revoke quarterly-usage-report');
  await expect.poll(names).not.toContain('quarterly-usage-report');
});
