import { expect } from 'vitest';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

test('a waiting value survives when the background stops', async ({ browser, portal }) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await generate(popup, 'nightly build');
  await popup.find('region', 'New API key');
  await popup.close();

  await browser.stopBackground();

  const next = await browser.openPopup();
  await next.click('button', 'Show key');
  await next.sees(portal.keysOf('mfortin')[0]?.value ?? '');
  await next.click('button', 'Copy key');
  await next.click('button', 'Done');
  await expect.poll(() => browser.badgeText()).toBe('');
});
