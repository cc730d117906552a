import { onTestFinished } from 'vitest';
import { builtExtension } from '../browsers/driver.ts';
import type { TestBrowser } from '../browsers/test-browser.ts';
import type { View } from '../browsers/view.ts';

/** What is used of Chromium on the extension's own pages. */
declare const chrome: { windows: { create(how: object): Promise<object> } };

/** Lets the extension see private windows, as its person can; it is a new one afterwards. */
export async function allowPrivate(browser: TestBrowser): Promise<void> {
  // Firefox's containers need no permission.
  if (browser.name === 'firefox') return;
  const { page } = await browser.openTab('about:blank');
  const puppeteer = page.browser();
  await puppeteer.uninstallExtension(new URL(browser.extensionOrigin).host);
  await puppeteer.installExtension(builtExtension('chromium'), { enabledInIncognito: true });
}

/** Opens a tab that shares no cookies with others: in a container of Firefox, or a private window. */
export async function tabWithOwnSession(browser: TestBrowser): Promise<View> {
  const { page } = await browser.openOptions();
  if (browser.name === 'chromium') {
    // A context that puppeteer makes is no window of this browser, and ends it when a popup opens.
    const open = () => chrome.windows.create({ incognito: true, url: 'about:blank' });
    return browser.tabOpenedBy(() => page.evaluate(open).then(() => undefined));
  }
  const container = await page.browser().createBrowserContext();
  onTestFinished(() => container.close());
  return browser.tabOpenedBy(() => container.newPage().then(() => undefined));
}
