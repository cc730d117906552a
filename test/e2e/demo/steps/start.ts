import { keys, showsKeys, some } from '../check.ts';
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
      return { said: `signed in as ${demo.userName}; it lists ${keys(demo.keys.length)}`, view };
    },
  },
  {
    name: 'connect',
    title: 'Connect the portal by its address',
    async run(demo) {
      const view = await connectPortal(demo);
      await view.click('link', demo.t('portals'));
      // By then the keys were read, and the portal's API has answered, too.
      await view.sees(`${demo.portal.origin}/api/`);
      return { said: `"${demo.t('connected', new URL(demo.portal.origin).host)}"`, view };
    },
  },
  {
    name: 'icon',
    title: "Click the extension's icon on the portal's page",
    async run(demo) {
      const view = await demo.browser.openRealPopup(await demo.portalPage());
      const rows = await showsKeys(demo, view, 'list', names(demo));
      return { said: `the popup opens: ${some(rows)}`, view };
    },
  },
  {
    name: 'list',
    title: 'List the keys',
    async run(demo) {
      const view = await demo.popup();
      const rows = await showsKeys(demo, view, 'list', names(demo));
      const { length } = demo.keys;
      // Languages part thousands in their own ways.
      const digits = [...String(length)].join('\\D?');
      await view.sees(new RegExp(demo.t(length === 1 ? 'keyCountOne' : 'keyCountOther', digits)));
      return { said: `${keys(length)}: ${some(rows)}`, view };
    },
  },
  {
    name: 'search',
    title: 'Search without minding accents',
    async run(demo) {
      const all = names(demo);
      const words = all.flatMap((name) => name.match(/\p{L}{4,}/gu) ?? []);
      const query = plain(
        words.find((word) => plain(word) !== word.toLowerCase()) ?? words[0] ?? '',
      );
      const found = all.filter((name) => plain(name).includes(query));
      const view = await demo.popup();
      await view.fill('searchbox', demo.t('searchKeys'), query);
      const rows = await showsKeys(demo, view, 'list', found);
      return { said: `"${query}" finds ${some(rows)}`, view };
    },
  },
];

const names = ({ keys }: { keys: { name: string }[] }) => keys.map(({ name }) => name);
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
