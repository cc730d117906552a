import { check, showsKeys } from '../check.ts';
import { connectPortal, signIn } from '../connect.ts';
import type { Step } from '../walk.ts';

/** From the portal's page to the list of keys behind the extension's icon. */
export const START: Step[] = [
  {
    name: 'portal',
    title: "Open the portal's API credentials page",
    async run(demo) {
      await signIn(demo);
      const view = await demo.portalPage();
      await view.sees(demo.keys[0]?.name ?? '');
      return { said: `signed in as ${demo.userName}, ${demo.keys.length} keys`, view };
    },
  },
  {
    name: 'connect',
    title: 'Connect the portal by its address',
    async run(demo) {
      const view = await connectPortal(demo);
      await view.click('link', demo.t('portals'));
      // By then the keys were read, and the portal's API has answered, too.
      await view.sees(demo.t('found', `${demo.portal.origin}/api/`));
      return { said: `"${demo.t('connected', new URL(demo.portal.origin).host)}"`, view };
    },
  },
  {
    name: 'icon',
    title: "Click the extension's icon on the portal's page",
    async run(demo) {
      const view = await demo.browser.openRealPopup(await demo.portalPage());
      const rows = await showsKeys(demo, view, 'list', names(demo));
      return { said: `the popup opens with ${rows[0]?.name} and others`, view };
    },
  },
  {
    name: 'list',
    title: 'List the keys',
    async run(demo) {
      const view = await demo.popup();
      const rows = await showsKeys(demo, view, 'list', names(demo));
      await view.sees(
        demo.t(names(demo).length === 1 ? 'keyCountOne' : 'keyCountOther', count(demo)),
      );
      const first = rows.slice(0, 3).map(({ name }) => name);
      return { said: `${count(demo)} keys: ${first.join(', ')}`, view };
    },
  },
  {
    name: 'search',
    title: 'Search without minding accents',
    async run(demo) {
      const { keys, t } = demo;
      const wanted = keys.find(({ name }) => plain(name) !== name) ?? keys[0];
      check(wanted !== undefined, 'There is no key to search for.');
      const query = plain(wanted.name);
      const view = await demo.popup();
      await view.fill('searchbox', t('searchKeys'), query);
      const rows = await showsKeys(demo, view, 'list', [wanted.name]);
      return { said: `"${query}" finds ${rows.map(({ name }) => name).join(', ')}`, view };
    },
  },
];

const names = ({ keys }: { keys: { name: string }[] }) => keys.map(({ name }) => name);
const count = ({ keys }: { keys: unknown[] }) => String(keys.length);
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
