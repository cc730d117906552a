import { callApi, check, rowSays, showsKeys } from '../check.ts';
import type { Step } from '../walk.ts';

const NEW_NAME = 'nightly backup, Montréal';

/** What can be done with an existing key. */
export const CHANGE: Step[] = [
  {
    name: 'rename',
    title: 'Rename the key',
    async run(demo) {
      const { t, created } = demo;
      const before = created.name;
      const view = await demo.popup();
      await view.click('button', t('rename', before));
      await view.fill('textbox', t('newName', before), NEW_NAME);
      await view.press('Enter');
      await view.find('button', t('rename', NEW_NAME));
      await rowSays(demo, view, NEW_NAME, () => true);
      check(created.name === NEW_NAME, `The portal still calls it "${created.name}".`);
      return { summary: `${before} is ${NEW_NAME} now`, view };
    },
  },
  {
    name: 'question',
    title: 'Ask to revoke the key',
    async run(demo) {
      const { t } = demo;
      const view = await demo.popup();
      await view.click('button', t('revokeKey', NEW_NAME));
      const dialog = await view.find('dialog', t('revokeTitle'));
      await view.find('button', t('revoke'), dialog);
      await view.sees(t('revokeWarning'));
      return { summary: `"${t('revokeWarning')}"`, view };
    },
  },
  {
    name: 'revoke',
    title: 'Revoke it',
    async run(demo) {
      const { t, created } = demo;
      const view = await demo.popup();
      await view.click('button', t('revoke'));
      await view.gone('dialog');
      const names = demo.keys.map(({ name }) => name);
      check(!names.includes(NEW_NAME), 'The portal still has the key.');
      await view.fill('searchbox', t('searchKeys'), '');
      await showsKeys(demo, view, 'list', names);
      const status = await callApi(demo, created.value);
      check(status === 401, `The portal's API answered ${status} to the revoked key.`);
      return { summary: `it left the list, and the API answers ${status} to it`, view };
    },
  },
];
