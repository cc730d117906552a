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
const standsForOthers = ({ language }: (typeof LANGUAGES)[number]) => language === 'fr';

// Nothing but a browser of its own speaks another language.
describe.each(tried(LANGUAGES, standsForOthers))(
  'a browser that speaks $language',
  ({ language, heading, connect, list }) => {
    test(`has the extension speak it, too (${language})`, async ({ portal }) => {
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
