import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

test('typing narrows the list at once, and Escape brings it back', async ({ browser, portal }) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await popup.find('list', 'API keys');

  // Nothing was clicked: the search box has the focus from the start.
  await popup.focused('searchbox', 'Search keys');
  await popup.type('REPORT quart');

  await popup.sees('1 of 3');
  expect(await popup.texts('listitem')).toEqual([
    expect.stringContaining('quarterly-usage-report'),
  ]);

  await popup.press('Escape');
  await popup.sees('3 keys');
});
