import { expect } from 'vitest';
import { connect, generate } from './support/steps.ts';
import { test } from './support/test.ts';

test('a key that arrives after the popup has closed is shown in the next one', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const tab = await browser.openTab(portal.origin);
  portal.faults.push({ kind: 'latency', route: 'POST', ms: 1500 });
  const popup = await browser.openRealPopup(tab);
  await generate(popup, 'nightly build');
  await popup.sees('Generating nightly build');
  const sent = () => portal.requests.filter(({ method }) => method === 'POST');
  await expect.poll(sent).toMatchObject([{ status: null }]);
  await popup.close();

  await expect.poll(() => browser.badgeText(), { timeout: 10_000 }).toBe('1');

  const next = await browser.openRealPopup(tab);
  const region = await next.find('region', 'New API key');
  await next.click('button', 'Show key', region);
  await next.sees(portal.keysOf('mfortin')[0]?.value ?? '');
  await next.click('button', 'Copy key');
  await next.click('button', 'Done', region);
  await expect.poll(() => browser.badgeText()).toBe('');
});
