import { check, keys, showsKeys, some } from '../check.ts';
import { saved, saveInto } from '../downloads.ts';
import type { Step } from '../walk.ts';

/** An audit of all keys on the options page. */
export const AUDIT: Step[] = [
  {
    name: 'table',
    title: 'See all keys on the options page',
    async run(demo) {
      const view = await demo.optionsPage();
      await view.click('link', demo.t('keys'));
      const rows = await showsKeys(
        demo,
        view,
        'table',
        demo.keys.map(({ name }) => name),
      );
      const [first] = rows;
      return { summary: `${keys(demo.keys.length)}, ${first?.name} used last`, view };
    },
  },
  {
    name: 'filter',
    title: 'Filter the keys that were never used',
    async run(demo) {
      const view = await demo.optionsPage();
      await view.click('radio', demo.t('neverUsed'));
      const rows = await showsKeys(demo, view, 'table', neverUsed(demo));
      return { summary: some(rows), view };
    },
  },
  {
    name: 'export',
    title: 'Export them as CSV',
    async run(demo) {
      const view = await demo.optionsPage();
      await saveInto(view.page.browser(), demo.folder);
      await view.click('button', demo.t('exportCsv'));
      const file = await saved(demo.folder, '.csv');
      const lines = file.text.trim().split('\r\n');
      const names = neverUsed(demo);
      const complete = lines.length === names.length + 1;
      check(complete, `${file.name} has ${lines.length} lines for ${keys(names.length)}.`);
      const missing = names.find((name) => !file.text.includes(name));
      check(missing === undefined, `${file.name} lacks ${missing}.`);
      return { summary: `${file.name} with ${lines.length} lines: ${lines[0]}`, view };
    },
  },
];

function neverUsed({ keys }: { keys: { name: string; lastActivity: string | null }[] }): string[] {
  return keys.filter(({ lastActivity }) => lastActivity === null).map(({ name }) => name);
}
