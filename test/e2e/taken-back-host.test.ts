import { expect } from 'vitest';
import { connect } from './steps.ts';
import { test } from './test.ts';

test('a host that was taken back is left alone, with a way to connect it again', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  await browser.takeBackHosts(portal.origin);
  portal.requests.length = 0;

  const popup = await browser.openPopup();
  await popup.says('The extension may no longer reach');

  await popup.find('button', 'Connect this portal');
  expect(portal.requests).toEqual([]);
});
