import { describe, expect } from 'vitest';
import type { PortalSettings } from '../portal/server.ts';
import { openCredentials, signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';
import { doTheWholeJob } from './support/whole-job.ts';

const HOSTS = { https: true, host: 'portal.test', apiHost: 'api.portal.test' } as const;

const CASES: { where: string; settings: Partial<PortalSettings> }[] = [
  { where: "in the page's requests", settings: { clue: 'traffic', originCheck: true } },
  { where: 'in the OpenAPI document', settings: { clue: 'openapi', csrf: 'xsrf' } },
];

describe.each(CASES)('an API on another host, found $where', ({ where, settings }) => {
  test.override({ settings: { ...HOSTS, ...settings } });

  test(`is used once its host is allowed (${where})`, async ({ browser, portal }) => {
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

describe('an API on another host that cannot be found', () => {
  test.override({ settings: { ...HOSTS, clue: 'none', endpoint: 'https://portal.test/api' } });

  test('is used once its host and path are entered', async ({ browser, portal }) => {
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
