import { connectByAddress, signIn } from './support/steps.ts';
import { test } from './support/test.ts';

test('a portal is connected by its address', async ({ browser, portal }) => {
  await signIn(browser, portal);
  await browser.allowHosts(portal.origin);

  await connectByAddress(await browser.openOptions(), portal.origin);

  const popup = await browser.openPopup();
  await popup.sees('Signed in');
  await popup.sees('staging deploy');
});
