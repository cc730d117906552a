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
      return { summary: `signed in as ${demo.userName}; it lists ${keys(demo.keys.length)}`, view };
    },
  },
  {
    name: 'connect',
    title: 'Connect the portal by its address',
    async run(demo) {
      const view = await connectPortal(demo);
      await view.click('link', demo.t('portals'));
      // Once this is shown, the keys have been read and the portal's API has responded.
      await view.sees(`${demo.portal.origin}/api/`);
      return { summary: `"${demo.t('connected', new URL(demo.portal.origin).host)}"`, view };
    },
  },
  {
    name: 'icon',
    title: "Click the extension's icon on the portal's page",
    async run(demo) {
      const view = await demo.browser.openRealPopup(await demo.portalPage());
      const rows = await showsKeys(demo, view, 'list', names(demo));
      return { summary: `the popup opens: ${some(rows)}`, view };
    },
  },
  {
    name: 'list',
    title: 'List the keys',
    async run(demo) {
      const view = await demo.popup();
      const rows = await showsKeys(demo, view, 'list', names(demo));
      const { length } = demo.keys;
      // Languages separate thousands differently.
      const digits = [...String(length)].join('\\D?');
      await view.sees(new RegExp(demo.t(length === 1 ? 'keyCountOne' : 'keyCountOther', digits)));
      return { summary: `${keys(length)}: ${some(rows)}`, view };
    },
  },
  {
    name: 'search',
    title: 'Search without accents',
    async run(demo) {
      const all = names(demo);
      const words = all.flatMap((name) => name.match(/\p{L}{4,}/gu) ?? []);
      const query = normalize(
        words.find((word) => normalize(word) !== word.toLowerCase()) ?? words[0] ?? '',
      );
      const found = all.filter((name) => normalize(name).includes(query));
      const view = await demo.popup();
      await view.fill('searchbox', demo.t('searchKeys'), query);
      const rows = await showsKeys(demo, view, 'list', found);
      return { summary: `"${query}" finds ${some(rows)}`, view };
    },
  },
];

const names = ({ keys }: { keys: { name: string }[] }) => keys.map(({ name }) => name);
const normalize = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
