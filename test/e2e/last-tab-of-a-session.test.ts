import { describe, expect } from 'vitest';
import { until } from '../browsers/until.ts';
import { connect, generate, signInOnPage } from './support/steps.ts';
import { memoryOf, OWN_STORES } from './support/stores.ts';
import { test } from './support/test.ts';

describe.each(OWN_STORES)('a key generated in $of', ({ open }) => {
  test('is available in each of its tabs, and is deleted with the last one', async ({
    browser,
    portal,
  }) => {
    const [, other] = portal.users;
    await browser.allowPrivate();
    await connect(browser, portal);
    // A tab opened later might open in the private window and keep it open.
    const options = await browser.openOptions();
    const openTab = await open(browser);
    const first = await openTab();
    await first.goto(portal.origin);
    await signInOnPage(first, other);
    const popup = await browser.openRealPopup(first);
    await popup.find('button', 'Rename terraform-lab');
    await generate(popup, 'made here');
    await popup.find('region', 'New API key');

    const second = await openTab();
    await second.goto(portal.origin);
    await first.close();
    const next = await browser.openRealPopup(second);
    await next.find('region', 'New API key');
    await next.find('button', 'Rename made here');

    await next.close();
    const [made] = portal.keysOf(other.userName);
    expect(await memoryOf(options)).toContain(made?.value);
    await second.close();
    await until(options.page, 'an empty session storage', async () => {
      const memory = await memoryOf(options);
      return /made here|terraform-lab|private|container/.test(memory) ? undefined : true;
    });
  });
});
