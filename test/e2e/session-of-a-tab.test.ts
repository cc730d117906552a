import { describe } from 'vitest';
import { signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';

describe('a session that only a tab of the portal has', () => {
  test.override({ settings: { session: 'partitioned', https: true, host: 'portal.test' } });

  test('is out of reach without such a tab, and the popup leads to one', async ({
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
