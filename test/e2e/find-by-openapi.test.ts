import { connect } from './support/steps.ts';
import { test } from './support/test.ts';
import { doTheWholeJob } from './support/whole-job.ts';

test.override({ settings: { clue: 'openapi', nameField: 'label', renameVerb: 'PATCH' } });

test("keys are found through the portal's OpenAPI document, whatever their fields are called", async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await doTheWholeJob(popup, portal);

  const options = await browser.openOptions();
  await options.click('link', 'Portals');
  await options.sees('in the portal’s OpenAPI document');
});
