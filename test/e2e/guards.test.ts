import { describe } from 'vitest';
import { connect } from './steps.ts';
import { test } from './test.ts';
import { doTheWholeJob } from './whole-job.ts';

describe.each([
  { originCheck: true },
  { originCheck: true, csrf: 'xsrf' },
  { csrf: 'csrftoken' },
  { originCheck: true, csrf: 'custom' },
] as const)('a portal with guards', (settings) => {
  test.override({ settings });

  test(`lets the extension do its job (${Object.entries(settings).join(' ')})`, async ({
    browser,
    portal,
  }) => {
    await connect(browser, portal);
    await doTheWholeJob(await browser.openPopup(), portal);
  });
});
