import { describe, expect } from 'vitest';
import { connect, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

/** Counts the extension's elements: the page itself has no empty ones with a style attribute. */
function additions(): number {
  return document.querySelectorAll('span[style]:empty').length;
}

describe.each(['profile', 'custom'] as const)('in the %s layout', (layout) => {
  test.override({ settings: { layout } });

  test(`a page without keys gets no buttons (${layout})`, async ({ browser, portal }) => {
    await connect(browser, portal);
    const page = await openCredentials(browser, portal);
    const path = layout === 'custom' ? '/profile/apiCredentials' : '/profile/api-credentials';
    await page.goto(portal.origin + path);
    await page.find('button', 'Copy staging deploy');
    expect(await page.page.evaluate(additions)).toBeGreaterThan(0);

    // Navigating within the page removes the buttons, and a page that merely mentions keys gets none.
    const elsewhere = layout === 'custom' ? 'Account Information' : 'Security';
    await page.click('link', elsewhere);
    await page.gone('button', 'Copy staging deploy');
    await page.page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML(
        'beforeend',
        `<p>Open <b>API keys</b>, press <b>Generate API key</b>, note the Endpoint: https://api.test/v1</p>
        <table><tr><th>Field</th><th>Value</th></tr><tr><td>API key</td><td>of the device</td></tr></table>
        <table><tr><th>Name</th><th>Last IP</th><th>Last activity</th></tr>
        <tr><td>Laptop</td><td>192.0.2.1</td><td>2026-01-31 12:00:00</td></tr></table>`,
      );
      // Wait for two frames: the extension scans the page in the first.
      return new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      );
    });
    expect(await page.page.evaluate(additions)).toBe(0);
  });
});
