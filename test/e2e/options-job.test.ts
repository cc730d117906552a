import { expect } from 'vitest';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';
import { doTheWholeJob } from './support/whole-job.ts';

/** The extension APIs used here. */
type Extension = Record<
  'browser' | 'chrome',
  { storage: Record<'local' | 'sync', { get(): Promise<object> }> }
>;

test('the options page generates, renames and revokes keys, and stores none on disk', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const options = await browser.openOptions();
  await options.find('table', 'API keys');
  const [first] = portal.keysOf('mfortin');

  await doTheWholeJob(options, portal);

  const onDisk = await options.page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Extension;
    const { storage } = browser ?? chrome;
    return JSON.stringify([await storage.local.get(), await storage.sync.get()]);
  });
  expect(onDisk).toContain(portal.origin);
  expect(onDisk).not.toContain(first?.name);
  expect(onDisk).not.toMatch(/[A-Za-z0-9+/]{22}==/);
});
