import { describe, expect } from 'vitest';
import { connect, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

describe.each(['restyle', 'reorder', 'hide'] as const)('a portal’s style sheet', (customCss) => {
  test.override({ settings: { customCss } });

  test(`leaves the buttons usable and correct (${customCss})`, async ({ browser, portal }) => {
    await connect(browser, portal);
    const page = await openCredentials(browser, portal);
    await page.click('button', 'Copy staging deploy');
    await page.says('Copied');
    expect(await browser.readClipboard()).toBe('staging deploy');

    // Accessible names follow the style sheet, for example in capitals, so look for the text itself.
    const buttons = await page.page.$$('main button');
    const texts = await Promise.all(buttons.map((one) => one.evaluate((node) => node.textContent)));
    await buttons[texts.findIndex((text) => text?.includes('Generate API key'))]?.click();
    await page.page.type('input[name=name]', 'nightly build');
    await page.press('Enter');
    await page.click('button', 'Copy key');
    await page.says('Copied');
    const value = portal.keysOf('mfortin')[0]?.value;
    expect(await browser.readClipboard()).toBe(value);
    await page.click('button', 'Keep for 10 minutes');
    await page.says('Kept.');
  });
});
