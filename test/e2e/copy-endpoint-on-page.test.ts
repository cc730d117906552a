import { describe, expect } from 'vitest';
import { tried } from '../thorough.ts';
import { connect, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

const PAGES = [
  { layout: 'profile', language: 'en', version: 'v1' },
  { layout: 'profile', language: 'fr', version: 'v1' },
  { layout: 'profile', language: 'es', version: 'v1' },
  { layout: 'drawer', language: 'en', version: 'v2' },
  { layout: 'drawer', language: 'fr', version: 'v2' },
  { layout: 'drawer', language: 'es', version: 'v2' },
] as const;
const isRepresentative = ({ layout, language }: (typeof PAGES)[number]) =>
  language === (layout === 'profile' ? 'fr' : 'es');

describe.each(tried(PAGES, isRepresentative))(
  'the $layout page in $language',
  ({ version, ...settings }) => {
    test.override({ settings: { ...settings, endpointLine: 'always' } });

    test(`has a button that copies the endpoint (${settings.layout}, ${settings.language})`, async ({
      browser,
      portal,
    }) => {
      await connect(browser, portal);
      const page = await openCredentials(browser, portal);

      await page.click('button', 'Copy endpoint');
      await page.says('Copied');

      expect(await browser.readClipboard()).toBe(`${portal.origin}/api/${version}`);
    });
  },
);
