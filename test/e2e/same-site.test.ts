import { describe } from 'vitest';
import { generate, signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';

describe.each(['Lax', 'Strict'] as const)('a SameSite=%s session', (sameSite) => {
  test.override({ settings: { sameSite } });

  test(`is used to read and to change keys (${sameSite})`, async ({ browser, portal }) => {
    const tab = await browser.openTab(portal.origin);
    await signInOnPage(tab, portal.users[1]);
    await browser.connect([portal.origin]);

    const popup = await browser.openPopup();
    await popup.find('button', 'Rename terraform-lab');
    await generate(popup, 'nightly build');
    await popup.find('region', 'New API key');
  });
});
