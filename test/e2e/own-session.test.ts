import { describe, expect, inject, onTestFinished } from 'vitest';
import type { TestBrowser } from '../browsers/test-browser.ts';
import type { View } from '../browsers/view.ts';
import { connect, generate, signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';

/** Opens a tab in a container, which only Firefox has. */
async function openContainer(browser: TestBrowser): Promise<View> {
  const { page } = await browser.openOptions();
  const container = await page.browser().createBrowserContext();
  onTestFinished(() => container.close());
  return browser.tabOpenedBy(() => container.newPage().then(() => undefined));
}

const PRIVATE = {
  of: 'a private window',
  open: (browser: TestBrowser) => browser.openPrivateWindow(),
};
const CONTAINER = { of: 'a container', open: openContainer };
const SESSIONS = inject('browserName') === 'firefox' ? [PRIVATE, CONTAINER] : [PRIVATE];

describe.each(SESSIONS)('a session of its own', ({ of, open }) => {
  test(`of ${of} is the one whose keys the popup has over it`, async ({ browser, portal }) => {
    const [, other] = portal.users;
    await browser.allowPrivate();
    await connect(browser, portal);
    // A tab that is opened later may come up in the private window.
    const first = await browser.openTab(portal.origin);
    const tab = await open(browser);
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
