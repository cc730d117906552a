import { describe, expect } from 'vitest';
import type { PortalSettings } from '../portal/server.ts';
import { openCredentials, signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';
import { doTheWholeJob } from './support/whole-job.ts';

const HOSTS = { https: true, host: 'portal.test', apiHost: 'api.portal.test' } as const;

const CASES: { of: string; settings: Partial<PortalSettings> }[] = [
  { of: 'a path that only the page tells', settings: { clue: 'traffic', originCheck: true } },
  { of: 'a path that only the document tells', settings: { clue: 'openapi', csrf: 'xsrf' } },
];

describe.each(CASES)('an API on another host than the pages, at $of', ({ of, settings }) => {
  test.override({ settings: { ...HOSTS, ...settings } });

  test(`is used once its host is allowed (${of})`, async ({ browser, portal }) => {
    const page = await browser.openTab(`${portal.origin}/login`);
    await signInOnPage(page, portal.users[0]);
    await browser.connect([portal.origin]);
    const credentials = await openCredentials(browser, portal);
    await credentials.find('button', 'Copy staging deploy');
    portal.requests.length = 0;

    const popup = await browser.openPopup();
    await popup.sees('seems to keep its API keys on another host, api.portal.test');
    const byExtension = portal.requests.filter(({ host }) => host.startsWith('api.'));
    expect(byExtension).toEqual([]);

    await browser.allowHosts(portal.apiOrigin);
    await popup.click('button', 'Allow this host');
    await doTheWholeJob(popup, portal);

    const options = await browser.openOptions();
    await options.click('link', 'Portals');
    expect(await options.value('textbox', 'API host')).toBe(portal.apiOrigin);
  });
});

describe('an API on another host that nothing gives away', () => {
  test.override({ settings: { ...HOSTS, clue: 'none', endpoint: 'https://portal.test/api' } });

  test('is where a person sets it', async ({ browser, portal }) => {
    const page = await browser.openTab(`${portal.origin}/login`);
    await signInOnPage(page, portal.users[0]);
    await browser.connect([portal.origin]);
    const options = await browser.openOptions();
    await options.click('link', 'Portals');

    await options.fill('textbox', 'API host', portal.apiOrigin);
    await options.press('Enter');
    await options.fill('textbox', 'API keys path', portal.keysPathOf());
    await browser.allowHosts(portal.apiOrigin);
    await options.click('button', 'Test');
    await options.sees('The portal returned 3 keys.');
  });
});
