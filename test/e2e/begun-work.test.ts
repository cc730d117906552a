import { expect } from 'vitest';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

test('a half-typed new name is still there in the next popup', async ({ browser, portal }) => {
  await connect(browser, portal);
  const tab = await browser.openTab(portal.origin);
  const popup = await browser.openRealPopup(tab);
  await popup.click('button', 'Rename staging deploy');
  await popup.fill('textbox', 'New name of staging deploy', 'stag');
  await popup.close();

  const next = await browser.openRealPopup(tab);
  expect(await next.value('textbox', 'New name of staging deploy')).toBe('stag');
  await next.press('Enter');
  await next.find('button', 'Revoke stag');
});

test('a revocation that failed because the session ended is offered again', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await popup.click('button', 'Revoke staging deploy');
  portal.faults.push({ kind: 'status', status: 401 });
  await popup.click('button', 'Revoke');
  await popup.sees('You are signed out of');
  await popup.close();

  portal.faults.length = 0;
  const next = await browser.openPopup();
  const dialog = await next.find('dialog', 'Revoke API key');
  expect(await next.textOf('dialog', 'Revoke API key')).toContain('staging deploy');
  expect(portal.keysOf('mfortin')).toHaveLength(3);
  await next.click('button', 'Revoke', dialog);
  await next.gone('dialog', 'Revoke API key');
  expect(portal.keysOf('mfortin')).toHaveLength(2);
});

test('discarding a key that was never copied takes a second click', async ({ browser, portal }) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await generate(popup, 'nightly build');
  await popup.click('button', 'Done');
  await popup.says('You have not copied this key.');
  await popup.find('button', 'Copy key');
  await popup.click('button', 'Discard key');
  await popup.gone('region', 'New API key');
});
