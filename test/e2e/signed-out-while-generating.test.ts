import { expect } from 'vitest';
import { connect, generate, signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';

test('a key that failed because the session ended can be generated after signing in', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const tab = await browser.openTab('about:blank');
  const popup = await browser.openRealPopup(tab);
  portal.faults.push({ kind: 'latency', route: 'POST', ms: 1500, times: 1 });
  await generate(popup, 'nightly build');
  const posts = () => portal.requests.filter(({ method }) => method === 'POST');
  await expect.poll(posts).toHaveLength(1);
  portal.expireSessions();
  await popup.says('nightly build was not generated');
  await popup.says('You are signed out of');

  const page = await browser.tabOpenedBy(() => popup.click('button', 'Sign in'));
  await signInOnPage(page, portal.users[0]);
  const next = await browser.openRealPopup(page);
  await next.says('nightly build was not generated');
  expect(posts()).toMatchObject([{ status: 401 }]);

  await next.click('button', 'Generate again');
  await next.focused('textbox', 'Name');
  await next.click('button', 'Generate');
  await next.find('region', 'New API key');
  expect(posts()).toMatchObject([{ status: 401 }, { status: 201 }]);
});
