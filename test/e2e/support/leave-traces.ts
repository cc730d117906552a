import { randomBytes } from 'node:crypto';
import type { TestBrowser } from '../../browsers/test-browser.ts';
import type { View } from '../../browsers/view.ts';
import type { LocalPortal } from '../../portal/server.ts';
import { startControlPage } from './disk/control-page.ts';
import { generate, openCredentials } from './steps.ts';

/** The extension APIs used here. */
type Extension = Record<
  'browser' | 'chrome',
  {
    storage: Record<
      'local' | 'session',
      { get(key: string): Promise<Record<string, object[]>>; set(items: object): Promise<void> }
    >;
  }
>;

/** Returns a text that occurs nowhere else. */
export const unique = () => randomBytes(18).toString('base64');

/**
 * Generates keys in every window, shows and copies them, lets one expire, stops the background, and
 * types drafts that are never sent. At the end, one value is waiting and forms are open.
 * @returns the values and drafts, by where they come from
 */
export async function leaveTraces(
  browser: TestBrowser,
  portal: LocalPortal,
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  const noteValue = (where: string) => {
    texts[`value: ${where}`] = portal.keysOf('mfortin')[0]?.value ?? '';
  };
  const draft = async (view: View, role: string, field: string, where: string) => {
    const text = unique();
    texts[`draft: ${where}`] = text;
    await view.fill(role, field, text);
  };

  const popup = await browser.openRealPopup(await browser.openTab(portal.origin));
  await popup.click('button', 'Generate API key');
  await draft(popup, 'textbox', 'Name', 'real popup');
  await popup.fill('textbox', 'Name', 'one');
  await popup.press('Enter');
  await showAndCopy(popup);
  noteValue('real popup, expired');
  await popup.close();

  const options = await browser.openOptions();
  await showAndCopy(options);
  await letExpire(options);
  await options.gone('region', 'New API key');
  await generate(options, 'two');
  await showAndCopy(options);
  noteValue('options page, done');
  await options.click('button', 'Done');
  await options.gone('region', 'New API key');
  await options.click('button', 'Rename staging deploy');
  await draft(options, 'textbox', 'New name of staging deploy', 'new name on the options page');
  await options.click('button', 'Generate API key');
  await draft(options, 'textbox', 'Name', 'options page');

  await generateOnPage(browser, portal);
  noteValue('page of the portal');

  const closed = await browser.openPopup();
  await draft(closed, 'searchbox', 'Search keys', 'popup page that was closed');
  await closed.close();

  const last = await browser.openPopup();
  await last.fill('textbox', 'Name', 'four');
  await last.press('Enter');
  await showAndCopy(last);
  noteValue('popup page, waiting');
  await browser.stopBackground();
  await last.click('button', 'Generate API key');
  await draft(last, 'textbox', 'Name', 'popup page');
  return texts;
}

/** Puts texts on purpose into everything that a browser writes to disk; the last is typed. */
export async function leaveControls(browser: TestBrowser): Promise<Record<string, string>> {
  const controls = {
    stored: unique(),
    title: unique(),
    address: unique(),
    cached: unique(),
    typed: unique(),
  };
  const options = await browser.openOptions();
  await options.page.evaluate(async (text) => {
    const { browser, chrome } = globalThis as unknown as Extension;
    // Its halves come first, so that compression replaces the whole text with references.
    const control = [text.slice(0, 12), text.slice(12), text];
    await (browser ?? chrome).storage.local.set({ control });
  }, controls.stored);
  const { origin, close } = await startControlPage(controls.title, controls.cached);
  const page = await browser.openTab(`${origin}/#${controls.address}`);
  await page.fill('textbox', 'Note', controls.typed);
  await close();
  return controls;
}

async function showAndCopy(view: View): Promise<void> {
  await view.find('region', 'New API key');
  await view.click('button', 'Show key');
  await view.find('button', 'Hide key');
  await view.click('button', 'Copy key');
  await view.says('Copied');
}

/** Moves the expiry of all waiting values into the past. The extension reacts as to any change in storage. */
async function letExpire(view: View): Promise<void> {
  await view.page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Extension;
    const { session } = (browser ?? chrome).storage;
    const { handoffs = [] } = await session.get('handoffs');
    const expiresAt = Date.now() - 1;
    await session.set({ handoffs: handoffs.map((each) => ({ ...each, expiresAt })) });
  });
}

async function generateOnPage(browser: TestBrowser, portal: LocalPortal): Promise<void> {
  // The extension cannot control what browsers cache of the portal page's own requests.
  portal.settings.noStore = true;
  const page = await openCredentials(browser, portal);
  await page.click('button', 'Generate API key');
  await page.fill('textbox', 'Name', 'three');
  await page.click('button', 'Generate');
  await page.click('button', 'Copy key');
  await page.says('Copied');
  portal.settings.noStore = false;
}
