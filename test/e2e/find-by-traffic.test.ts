import { expect } from 'vitest';
import { connect, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';
import { doTheWholeJob } from './support/whole-job.ts';

test.override({ settings: { clue: 'traffic' } });

test("keys are found where the portal's own page requests them", async ({ browser, portal }) => {
  await connect(browser, portal);
  const tab = await browser.openTab(portal.origin);
  const first = await browser.openRealPopup(tab);
  await first.sees(/Could not find the API keys on .*\./);
  await first.close();

  const page = await openCredentials(browser, portal);
  await page.find('button', 'Copy staging deploy');
  const popup = await browser.openPopup();
  await doTheWholeJob(popup, portal);

  const options = await browser.openOptions();
  await options.click('link', 'Portals');
  await options.sees('in the portal page’s own requests');
  const written = portal.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method));
  expect(new Set(written.map(({ method }) => method))).toEqual(new Set(['POST', 'PUT', 'DELETE']));
});
