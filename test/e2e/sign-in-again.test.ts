import { connect, signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';

test('after the session has ended, signing in to the portal brings the keys back', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  portal.expireSessions();
  const tab = await browser.openTab('about:blank');
  const popup = await browser.openRealPopup(tab);
  await popup.sees('You are signed out of');

  const page = await browser.tabOpenedBy(() => popup.click('button', 'Sign in'));
  await signInOnPage(page, portal.users[0]);

  const next = await browser.openRealPopup(page);
  await next.sees('Signed in');
  await next.find('button', 'Rename staging deploy');
});
