import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

// A window requests the user's name last: once it is shown, no request is pending.
test.override({ settings: { usersRead: false } });

test('a revoked host gets no requests, and can be connected again', async ({ browser, portal }) => {
  await connect(browser, portal);
  const before = await browser.openPopup();
  await before.sees('Signed in as mfortin');
  await before.close();
  await browser.revokeHosts(portal.origin);
  portal.requests.length = 0;

  const popup = await browser.openPopup();
  await popup.says('The extension no longer has access to');

  await popup.find('button', 'Connect this portal');
  expect(portal.requests).toEqual([]);
});
