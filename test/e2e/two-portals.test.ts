import { afterEach, beforeEach } from 'vitest';
import { type LocalPortal, startPortal } from '../portal/server.ts';
import { signIn } from './support/steps.ts';
import { test } from './support/test.ts';

// Cookies ignore ports, so another portal needs another host.
let other: LocalPortal;
beforeEach(async () => {
  other = await startPortal({ host: 'localhost' });
});
afterEach(() => other.close());

test('the popup shows the portal in the active tab, and can switch to others', async ({
  browser,
  portal,
}) => {
  await signIn(browser, portal);
  await browser.setCookie(other.origin, other.signIn('iosei'));
  await browser.connect([portal.origin, other.origin]);

  const one = await browser.openRealPopup(await browser.openTab(portal.origin));
  await one.find('button', 'Rename staging deploy');
  await one.close();

  const two = await browser.openRealPopup(await browser.openTab(other.origin));
  await two.find('button', 'Rename terraform-lab');
  await two.find('combobox', 'Portal');
});
