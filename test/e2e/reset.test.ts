import { expect } from 'vitest';
import { readEverything } from '../browsers/in-extension.ts';
import { connect, generate, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

test('a test leaves nothing behind for the next one', async ({ browser, portal }) => {
  // The browser's own settings page stays open after its first use, so open it before counting tabs.
  await browser.allowHosts(portal.origin);
  await browser.reset();
  const before = await browser.inExtension(readEverything);
  await connect(browser, portal);
  const page = await openCredentials(browser, portal);
  await page.click('button', 'Copy staging deploy');
  await page.says('Copied');
  const popup = await browser.openPopup();
  await generate(popup, 'nightly build');
  await popup.find('region', 'New API key');
  await popup.click('button', 'Rename staging deploy');
  await popup.fill('textbox', 'New name of staging deploy', 'a draft');
  const options = await browser.openOptions();
  await options.page.evaluate(() => localStorage.setItem('left', 'behind'));
  await expect.poll(() => browser.badgeText()).toBe('1');
  // Leave a request pending whose response would be stored.
  portal.faults.push({ kind: 'latency', route: 'POST', ms: 1000 });
  await generate(options, 'too late');
  await options.sees('Generating too late');

  const dirty = await browser.inExtension(readEverything);
  // The extension uses neither.
  const { databases, caches, ...dirtied } = before;
  for (const [kind, clean] of Object.entries(dirtied)) {
    expect(dirty[kind], `nothing was left in ${kind}`).not.toBe(clean);
  }
  expect(await browser.readClipboard()).toBe('staging deploy');
  expect(await browser.cookies()).not.toEqual([]);

  await browser.reset();
  await expect.poll(() => portal.keysOf('mfortin').length).toBe(5);
  expect(await browser.inExtension(readEverything)).toEqual(before);
  expect(await browser.readClipboard()).toBe('');
  expect(await browser.cookies()).toEqual([]);
  expect(await browser.badgeText()).toBe('');
});
