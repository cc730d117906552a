import { describe, expect } from 'vitest';
import { connect, generate, signInOnPage } from './support/steps.ts';
import { OWN_STORES } from './support/stores.ts';
import { test } from './support/test.ts';

describe.each(OWN_STORES)('a popup over $of', ({ of, open }) => {
  test(`shows only the keys of the session there (${of})`, async ({ browser, portal }) => {
    const [, other] = portal.users;
    await browser.allowPrivate();
    await connect(browser, portal);
    // A tab opened later might open in the private window.
    const first = await browser.openTab(portal.origin);
    const openTab = await open(browser);
    const tab = await openTab();
    await tab.goto(portal.origin);
    await signInOnPage(tab, other);
    const others = portal.keysOf('mfortin');

    const popup = await browser.openRealPopup(tab);
    await popup.find('button', 'Rename terraform-lab');
    await generate(popup, 'made in private');
    const region = await popup.find('region', 'New API key');
    await popup.click('button', 'Show key', region);
    await popup.sees(portal.keysOf(other.userName)[0]?.value ?? '');
    expect(portal.keysOf(other.userName)[0]?.name).toBe('made in private');
    expect(portal.keysOf('mfortin')).toEqual(others);
    expect(await popup.all('button', 'Rename staging deploy')).toEqual([]);

    const ordinary = await browser.openRealPopup(first);
    await ordinary.find('button', 'Rename staging deploy');
    expect(await ordinary.all('region', 'New API key')).toEqual([]);
    expect(await ordinary.text()).not.toContain('made in private');

    const again = await browser.openRealPopup(tab);
    await again.find('region', 'New API key');
    await again.find('button', 'Rename made in private');
  });
});
