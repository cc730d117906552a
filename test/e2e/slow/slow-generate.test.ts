import { expect } from 'vitest';
import { connect, generate } from '../support/steps.ts';
import { test } from '../support/test.ts';

test('a key created after the time-out is not reported as missing', async ({ browser, portal }) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  // The extension waits for 20 seconds.
  portal.faults.push({ kind: 'latency', route: 'POST', ms: 24_000 });
  await generate(popup, 'nightly build');
  await popup.says('Generating nightly build');

  const text = () => popup.text();
  await expect.poll(text, { timeout: 30_000 }).toContain('it is not yet clear whether');
  await expect.poll(() => portal.keysOf('mfortin').length, { timeout: 10_000 }).toBe(4);

  await popup.click('button', 'Check again');
  await popup.says('A key named nightly build was created, but its value never arrived');
  expect(portal.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});
