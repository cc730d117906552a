import { describe } from 'vitest';
import { signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';

describe('a session with a partitioned cookie', () => {
  test.override({ settings: { session: 'partitioned', https: true, host: 'portal.test' } });

  test('cannot be used without a tab of the portal, and the popup opens one', async ({
    browser,
    portal,
  }) => {
    const page = await browser.openTab(`${portal.origin}/login`);
    await signInOnPage(page, portal.users[0]);
    await browser.connect([portal.origin]);
    await page.close();

    const popup = await browser.openPopup();
    await popup.sees('You are signed out of');
    const next = await browser.tabOpenedBy(() => popup.click('button', 'Sign in'));
    await next.sees('Quick access');

    await popup.toFront();
    await popup.find('button', 'Rename staging deploy');
  });
});
