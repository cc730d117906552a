import { callApi, check, clipboardHolds, LONG, rowSays } from '../check.ts';
import type { Step } from '../walk.ts';

const NAME = 'nightly backup';

/** A new key, from its name to the first use of its value. */
export const GENERATE: Step[] = [
  {
    name: 'generate',
    title: 'Generate a key',
    async run(demo) {
      const { t } = demo;
      const view = await demo.popup();
      await view.fill('searchbox', t('searchKeys'), demo.keys.length > LONG ? NAME : '');
      await view.click('button', t('generateApiKey'));
      await view.fill('textbox', t('name'), NAME);
      await view.click('button', t('generate'));
      await view.find('region', t('newApiKey'));
      const [newest] = demo.keys;
      check(newest?.name === NAME, `The portal has no new key named "${NAME}".`);
      demo.created = newest;
      const badge = await demo.browser.badgeText();
      check(badge !== '', 'The icon does not say that a key is waiting.');
      return { summary: `${NAME} waits, its value hidden; the icon says "${badge}"`, view };
    },
  },
  {
    name: 'copy-key',
    title: 'Copy the key',
    async run(demo) {
      const { t, created, browser } = demo;
      const view = await demo.popup();
      await view.click('button', t('copyKey'));
      await view.sees(t('copied'));
      await clipboardHolds(browser, created.value);
      const { length } = created.value;
      return { summary: `the clipboard holds its value, ${length} characters`, view };
    },
  },
  {
    name: 'use-key',
    title: "Call the portal's API with the key",
    async run(demo) {
      const { t, created } = demo;
      const status = await callApi(demo, created.value);
      check(status === 200, `The portal's API answered ${status} to the new key.`);
      const view = await demo.popup();
      await view.click('button', t('done'));
      await view.gone('region', t('newApiKey'));
      await view.click('button', t('refresh'));
      const row = await rowSays(demo, view, NAME, (text) => text.includes('127.0.0.1'));
      check(!row.includes(t('neverUsed')), `The key was used, and its row says "${row}".`);
      return { summary: `it answers ${status}, and the list says "${row}"`, view };
    },
  },
  {
    name: 'copy-endpoint',
    title: 'Copy the endpoint',
    async run(demo) {
      const { t, browser, portal } = demo;
      const view = await demo.popup();
      await view.click('button', t('copyEndpoint'));
      await view.sees(t('copied'));
      const endpoint = await browser.readClipboard();
      const answer = await fetch(`${endpoint}/users`, {
        headers: { 'MC-Api-Key': demo.created.value },
      });
      const right = endpoint.startsWith(`${portal.origin}/api/`) && answer.ok;
      check(right, 'The clipboard does not hold an endpoint of the portal.');
      return { summary: endpoint, view };
    },
  },
];
