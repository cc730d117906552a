import { parseEnv } from 'node:util';
import { describe, expect } from 'vitest';
import type { View } from '../browsers/view.ts';
import type { LocalPortal } from '../portal/server.ts';
import { tried } from '../thorough.ts';
import { connect, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

/** Opens the keys of a service by choosing it from the list. */
async function choose(page: View, service: string): Promise<void> {
  await page.focus('combobox');
  await page.click('option', `${service} / production`);
  await page.find('combobox', 'Copy all as');
}

/** The portal's values for a service, by the API's names. */
async function valuesOf(portal: LocalPortal, service: string): Promise<Record<string, string>> {
  const headers = { cookie: portal.signIn() };
  const get = async (path: string) =>
    (await (await fetch(`${portal.origin}/rest${path}`, { headers })).json()).data;
  const find = (list: { id: string; name: string }[], name: string) =>
    list.find((each) => each.name === name)?.id;
  const connection = find(await get('/services/connections'), service);
  const environment = find(await get('/environments'), 'production');
  const path = `/services/connections/${connection}/apiInfo?environmentId=${environment}`;
  const { fields }: { fields: { key: string; value: string }[] } = await get(path);
  return Object.fromEntries(fields.map(({ key, value }) => [key, value]));
}

async function copyAllAs(page: View, form: string): Promise<void> {
  await page.focus('combobox', 'Copy all as');
  // Home resets the list's type-ahead, so the text is not appended to what was typed just before.
  await page.press('Home');
  await page.type(form);
  await page.click('button', `Copy all as ${form}`);
  await page.says('Copied');
}

describe.each(tried(['text', 'css', 'input'] as const, (mask) => mask === 'css'))(
  'masked by %s',
  (mask) => {
    test.override({ settings: { layout: 'submenu', serviceKeys: 'compute', mask } });

    test(`the keys of a service are copied one by one (${mask})`, async ({ browser, portal }) => {
      await connect(browser, portal);
      const page = await openCredentials(browser, portal);
      await choose(page, 'Compute North');
      const values = await valuesOf(portal, 'Compute North');

      for (const [label, key] of [
        ['API endpoint', 'endpoint'],
        ['API key', 'apiKey'],
        ['Secret key', 'secretKey'],
        ['Project ID', 'projectId'],
      ] as const) {
        await page.click('button', `Copy ${label}`);
        await page.says('Copied');
        expect(await browser.readClipboard()).toBe(values[key]);
      }
      expect(await page.text()).not.toContain(values.secretKey);
    });
  },
);

describe('object storage', () => {
  test.override({ settings: { layout: 'classic', serviceKeys: 'storage' } });

  test('all keys of a service are copied in the formats that its tools read', async ({
    browser,
    portal,
  }) => {
    await connect(browser, portal);
    const page = await openCredentials(browser, portal);
    await choose(page, 'Object storage');
    const values = await valuesOf(portal, 'Object storage');
    const expected = {
      OS_AUTH_URL: values.authUrl,
      OS_IDENTITY_API_VERSION: '3',
      OS_USER_DOMAIN_ID: values.domainId,
      OS_PROJECT_DOMAIN_ID: values.domainId,
      OS_PROJECT_NAME: values.projectName,
      OS_USERNAME: values.userName,
      OS_PASSWORD: values.password,
      S3_API_ACCESS_KEY: values.s3AccessKey,
      S3_API_SECRET_KEY: values.s3SecretKey,
    };

    await copyAllAs(page, 'Shell exports');
    const lines = Object.entries(expected).map(([name, value]) => `export ${name}='${value}'`);
    expect(await browser.readClipboard()).toBe(lines.join('\n'));

    await copyAllAs(page, 'JSON');
    expect(JSON.parse(await browser.readClipboard())).toEqual(expected);

    await copyAllAs(page, '.env');
    expect(parseEnv(await browser.readClipboard())).toEqual(expected);

    expect(await page.text()).not.toContain(values.password);
    expect(await valuesOf(portal, 'Object storage')).toEqual(values);
  });
});
