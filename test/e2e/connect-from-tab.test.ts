import { test } from './support/test.ts';

test('the portal in the active tab is connected from the popup', async ({ browser, portal }) => {
  await browser.setCookie(portal.origin, portal.signIn());
  await browser.allowHosts(portal.origin);
  const tab = await browser.openTab(`${portal.origin}/`);
  await tab.sees('Boreal Kites');

  const popup = await browser.openRealPopup(tab);
  await popup.sees(`${new URL(portal.origin).host} looks like a CloudMC portal.`);
  await popup.click('button', 'Connect this portal');

  await popup.sees('Signed in');
  await popup.find('list', 'API keys');
});
