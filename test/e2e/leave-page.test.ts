import type { Dialog, Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { TestBrowser } from '../browsers/test-browser.ts';
import type { View } from '../browsers/view.ts';
import type { LocalPortal } from '../portal/server.ts';
import { connect, generate, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

const CLOSED = 'nightly build was closed without being copied.';

/** Opens the portal's page and generates a key there. */
async function openWithNewKey(browser: TestBrowser, portal: LocalPortal): Promise<View> {
  await connect(browser, portal);
  const page = await openCredentials(browser, portal);
  await generate(page, 'nightly build');
  await page.find('button', 'Keep for 10 minutes');
  return page;
}

/** Leaves a page and accepts any dialog. Returns the types of the dialogs. */
async function leave(page: Page): Promise<string[]> {
  const asked: string[] = [];
  page.on('dialog', (dialog: Dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.goto('about:blank');
  return asked;
}

describe('a page with a new key', () => {
  test('asks for confirmation before it is left', async ({ browser, portal }) => {
    const { page } = await openWithNewKey(browser, portal);
    expect(await leave(page)).toEqual(['beforeunload']);
  });

  test.for(['Copy key', 'Keep for 10 minutes'])(
    'asks nothing after "%s"',
    async (button, { browser, portal }) => {
      const view = await openWithNewKey(browser, portal);
      await view.click('button', button);
      await view.says(button === 'Copy key' ? 'Copied' : 'Kept.');
      expect(await leave(view.page)).toEqual([]);
    },
  );

  test('asks nothing after the portal’s own copy button was used', async ({ browser, portal }) => {
    const view = await openWithNewKey(browser, portal);
    const aside = await view.find('complementary', 'Notifications');
    await view.click('button', 'Copy to clipboard', aside);
    expect(await leave(view.page)).toEqual([]);
  });

  test('says when the key is closed without being copied, and then asks nothing', async ({
    browser,
    portal,
  }) => {
    const view = await openWithNewKey(browser, portal);
    await view.page.click('aside article > button');
    await view.says(CLOSED);
    expect(await leave(view.page)).toEqual([]);
  });
});
