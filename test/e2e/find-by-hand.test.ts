import { connect } from './support/steps.ts';
import { test } from './support/test.ts';
import { doTheWholeJob } from './support/whole-job.ts';

test.override({ settings: { clue: 'none' } });

test('keys that cannot be found are listed once their path is entered', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const options = await browser.openOptions();
  await options.sees(/Could not find the API keys on .*\./);

  await options.click('link', 'Portals');
  await options.fill('textbox', 'API keys path', portal.keysPathOf());
  await options.press('Enter');
  await options.click('button', 'Test');
  await options.sees('The portal returned 3 keys.');

  await doTheWholeJob(await browser.openPopup(), portal);
});
