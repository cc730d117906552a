import type { TestBrowser } from '../../browsers/test-browser.ts';
import { until } from '../../browsers/until.ts';
import type { View } from '../../browsers/view.ts';
import type { LocalPortal, User } from '../../portal/server.ts';

/** The part of the browser's API that is used here; Firefox has this name for it, too. */
declare const chrome: {
  storage: {
    local: { get(key: string): Promise<{ preferences?: { clearAfter?: number } }> };
  };
};

/** Signs in the portal's first user, without the sign-in page. */
export async function signIn(browser: TestBrowser, portal: LocalPortal): Promise<void> {
  await browser.setCookie(portal.origin, portal.signIn());
}

/** Signs in on the portal's own page, which must be in front. */
export async function signInOnPage(view: View, user: User): Promise<void> {
  await view.find('button', 'Sign in');
  // The browser's password manager can intercept text that is typed here.
  const fill = (field: Element, text: string) => field.setAttribute('value', text);
  await view.page.$eval('#username', fill, user.userName);
  await view.page.$eval('#password', fill, user.password);
  await view.click('button', 'Sign in');
  await view.sees('Quick access');
}

/** The start of most stories: signed in, the portal connected, and no tab open. */
export async function connect(browser: TestBrowser, portal: LocalPortal): Promise<void> {
  await signIn(browser, portal);
  await browser.connect([portal.origin]);
}

/** Adds a portal on the options page. */
export async function connectByAddress(options: View, address: string): Promise<void> {
  await options.fill('textbox', 'Address', address);
  await options.click('button', 'Connect this portal');
  await options.sees(/is connected\./);
}

/** Generates a key in the popup or on the options page. */
export async function generate(view: View, name: string): Promise<void> {
  await view.click('button', 'Generate API key');
  await view.fill('textbox', 'Name', name);
  await view.click('button', 'Generate');
}

/** Opens the portal's own page for API credentials. */
export async function openCredentials(browser: TestBrowser, portal: LocalPortal): Promise<View> {
  return browser.openTab(`${portal.origin}/profile/api-credentials`);
}

/** Turns on clearing the clipboard after the shortest time. Call it first in a test. */
export async function clearAfterHalfAMinute(browser: TestBrowser): Promise<void> {
  await browser.allowClipboard();
  const options = await browser.openOptions();
  await options.click('link', 'Preferences');
  await options.focus('combobox', 'Clear the clipboard after copying a key');
  // Typing the start of an option selects it.
  await options.type('3');
  await until(options.page, 'the stored choice', () =>
    options.page.evaluate(async () => {
      const { preferences } = await chrome.storage.local.get('preferences');
      return preferences?.clearAfter === 30 || undefined;
    }),
  );
  await options.close();
}
