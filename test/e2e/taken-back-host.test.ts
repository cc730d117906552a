import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

// The name is the last thing that is asked for: once it is there, no request is under way.
test.override({ settings: { usersRead: false } });

test('a host that was taken back is left alone, with a way to connect it again', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const before = await browser.openPopup();
  await before.sees('Signed in as mfortin');
  await before.close();
  await browser.takeBackHosts(portal.origin);
  portal.requests.length = 0;

  const popup = await browser.openPopup();
  await popup.says('The extension no longer has access to');

  await popup.find('button', 'Connect this portal');
  expect(portal.requests).toEqual([]);
});
