import { expect } from 'vitest';
import { connect, generate } from '../support/steps.ts';
import { test } from '../support/test.ts';

test('a background that stopped during a request wakes up and checks the outcome', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  portal.faults.push({ kind: 'hang', route: 'POST', after: true });
  await generate(popup, 'nightly build');
  await expect.poll(() => portal.keysOf('mfortin').length).toBe(4);
  await popup.close();
  await browser.stopBackground();

  // No window is open that could wake it.
  await expect.poll(() => browser.badgeText(), { timeout: 45_000 }).toBe('1');
  const next = await browser.openPopup();
  await next.says('A key named nightly build was created, but its value never arrived');
  expect(portal.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});
