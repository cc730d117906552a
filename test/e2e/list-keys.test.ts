import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

test('every key is listed with its last use, newest first', async ({ browser, portal }) => {
  await connect(browser, portal);

  const popup = await browser.openPopup();
  const list = await popup.find('list', 'API keys');

  const rows = await popup.texts('listitem', list);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatch(/staging deploy[\s\S]*Never used/);
  expect(rows[1]).toMatch(
    /Mettre-à-jour-les-étiquettes[\s\S]*2001:db8:4c1:9::a7e3[\s\S]*2 hours ago/,
  );
  expect(rows[2]).toMatch(/quarterly-usage-report[\s\S]*203\.0\.113\.24/);
});
