import { expect } from 'vitest';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

test("a generated key works with the portal's API", async ({ browser, portal }) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();

  await generate(popup, 'nightly build');
  const region = await popup.find('region', 'New API key');
  await popup.click('button', 'Show key', region);
  const value = await popup.textOf('code', undefined, region);

  const answer = await fetch(`${portal.origin}/api/v2/users`, { headers: { 'MC-Api-Key': value } });
  expect(answer.status).toBe(200);
  expect(portal.keysOf('mfortin')[0]).toMatchObject({ name: 'nightly build', value });

  await popup.click('button', 'Copy key');
  await popup.click('button', 'Done');
  await popup.gone('region', 'New API key');
  await popup.find('button', 'Revoke nightly build');
});
