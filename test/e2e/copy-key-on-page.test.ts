import { describe, expect } from 'vitest';
import type { View } from '../browsers/view.ts';
import { tried } from '../thorough.ts';
import { connect, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

/** The 2021 page asks for a name and then shows a card with the masked value. */
function onProfile(button: string, field: string, submit: string) {
  return async (page: View) => {
    await page.click('button', button);
    await page.fill('textbox', field, 'nightly build');
    await page.click('button', submit);
  };
}

/** The 2024 drawer makes up a name. */
function inDrawer(button: string) {
  return (page: View) => page.click('button', button);
}

const PAGES = [
  {
    layout: 'profile',
    language: 'en',
    generate: onProfile('Generate API key', 'Name', 'Generate'),
  },
  {
    layout: 'profile',
    language: 'fr',
    generate: onProfile("Générer une clé d'API", 'Nom', 'Générer'),
  },
  {
    layout: 'profile',
    language: 'es',
    generate: onProfile('Generar clave de API', 'Nombre', 'Generar'),
  },
  { layout: 'drawer', language: 'en', generate: inDrawer('Generate API Key') },
  { layout: 'drawer', language: 'fr', generate: inDrawer("Générer une clé d'API") },
  { layout: 'drawer', language: 'es', generate: inDrawer('Generar clave de API') },
] as const;
const isRepresentative = ({ layout, language }: (typeof PAGES)[number]) =>
  language === (layout === 'profile' ? 'es' : 'en');

describe.each(tried(PAGES, isRepresentative))(
  'a key generated on the page',
  ({ layout, language, generate }) => {
    test.override({ settings: { layout, language } });

    test(`is copied by a button there (${layout}, ${language})`, async ({ browser, portal }) => {
      await connect(browser, portal);
      const page = await openCredentials(browser, portal);
      const before = portal.keysOf('mfortin').length;
      await generate(page);

      await page.click('button', 'Copy key');
      await page.says('Copied');

      const [newest, ...others] = portal.keysOf('mfortin');
      expect(others).toHaveLength(before);
      expect(await browser.readClipboard()).toBe(newest?.value);
    });
  },
);
