import { expect, onTestFinished } from 'vitest';
import { startPortal } from '../portal/server.ts';
import { connect, generate, signIn } from './support/steps.ts';
import { test } from './support/test.ts';

test('a key that an unreachable portal did not create can be generated once it is back', async ({
  browser,
}) => {
  const portal = await startPortal();
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await popup.find('button', 'Rename staging deploy');
  await portal.close();
  await generate(popup, 'nightly build');
  await popup.says('nightly build was not generated');
  await popup.says('cannot be reached');

  const up = await startPortal({ port: Number(new URL(portal.origin).port) });
  onTestFinished(() => up.close());
  await signIn(browser, up);
  await popup.click('button', 'Generate again');
  await popup.click('button', 'Generate');
  await popup.find('region', 'New API key');
  expect(up.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});
