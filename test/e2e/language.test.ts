import { describe, inject } from 'vitest';
import { openBrowser } from '../browsers/open.ts';
import { tried } from '../thorough.ts';
import { signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';

const LANGUAGES = [
  {
    language: 'fr',
    heading: 'Connectez votre portail',
    connect: 'Connecter ce portail',
    list: 'Clés d’API',
  },
  {
    language: 'es',
    heading: 'Conecte su portal',
    connect: 'Conectar este portal',
    list: 'Claves de API',
  },
] as const;
const isRepresentative = ({ language }: (typeof LANGUAGES)[number]) => language === 'fr';

// A browser's language is fixed when it starts, so each language needs its own browser.
describe.each(tried(LANGUAGES, isRepresentative))(
  'a browser in $language',
  ({ language, heading, connect, list }) => {
    test(`shows the extension in its language (${language})`, async ({ portal }) => {
      const browser = await openBrowser(inject('browserName'), { language });
      try {
        const tab = await browser.openTab(portal.origin);
        await signInOnPage(tab, portal.users[0]);
        await browser.allowHosts(portal.origin);
        const popup = await browser.openRealPopup(tab);
        await popup.find('heading', heading);

        await popup.click('button', connect);

        await popup.find('list', list);
      } finally {
        await browser.close();
      }
    });
  },
);
