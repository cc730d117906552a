import { describe, inject } from 'vitest';
import { openBrowser } from '../browsers/open.ts';
import { signInOnPage } from './support/steps.ts';
import { test } from './support/test.ts';

describe.each([
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
] as const)('a browser that speaks $language', ({ language, heading, connect, list }) => {
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
});
