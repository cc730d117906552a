import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

test('drafts in two windows neither erase nor restore each other', async ({ browser, portal }) => {
  await connect(browser, portal);
  const one = await browser.openPopup();
  const other = await browser.openOptions();
  await one.click('button', 'Rename staging deploy');
  await one.fill('textbox', 'New name of staging deploy', 'stag');
  await other.click('button', 'Generate API key');
  await other.fill('textbox', 'Name', 'nightly');

  const both = await browser.openPopup();
  expect(await both.value('textbox', 'Name')).toBe('nightly');
  expect(await both.value('textbox', 'New name of staging deploy')).toBe('stag');
  await both.close();

  await one.focus('textbox', 'New name of staging deploy');
  await one.press('Escape');
  await one.find('button', 'Rename staging deploy');
  await other.focus('textbox', 'Name');
  await other.type(' build');

  const left = await browser.openPopup();
  expect(await left.value('textbox', 'Name')).toBe('nightly build');
  await left.find('button', 'Rename staging deploy');
});
