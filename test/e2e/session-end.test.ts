import { describe, expect } from 'vitest';
import type { TestBrowser } from '../browsers/test-browser.ts';
import type { LocalPortal } from '../portal/server.ts';
import { connect, generate, signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';

/** Leaves a value waiting, with no window of the extension open. */
async function leaveValue(browser: TestBrowser, portal: LocalPortal): Promise<void> {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await generate(popup, 'nightly build');
  await popup.find('region', 'New API key');
  await popup.close();
  await expect.poll(() => browser.badgeText()).toBe('1');
}

describe('a waiting value', () => {
  test('is deleted when its user signs out, with no window open', async ({ browser, portal }) => {
    await leaveValue(browser, portal);
    const page = await browser.openTab(`${portal.origin}/home`);
    await page.click('button', 'MF');
    await page.click('button', 'Log out');
    await expect.poll(() => browser.badgeText(), { timeout: 10_000 }).toBe('');

    await signInOnPage(await browser.openTab(`${portal.origin}/login`), portal.users[0]);
    const popup = await browser.openPopup();
    await popup.find('button', 'Revoke nightly build');
    expect(await popup.all('region', 'New API key')).toEqual([]);
  });

  test('is not shown to somebody else who signs in', async ({ browser, portal }) => {
    await leaveValue(browser, portal);
    await browser.setCookie(portal.origin, portal.signIn(portal.users[1].userName));
    const popup = await browser.openPopup();
    await popup.find('button', 'Rename terraform-lab');
    await popup.gone('region', 'New API key');
    await expect.poll(() => browser.badgeText()).toBe('');
  });

  test('survives a single 401 response', async ({ browser, portal }) => {
    await leaveValue(browser, portal);
    portal.faults.push({ kind: 'status', status: 401, times: 1 });
    const popup = await browser.openPopup();
    await popup.find('region', 'New API key');
    await popup.sees('You are signed out of');
    await popup.click('button', 'Try again');
    await popup.find('button', 'Revoke nightly build');
    await popup.find('region', 'New API key');
  });
});
