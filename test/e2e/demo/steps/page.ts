import { until } from '../../../browsers/until.ts';
import type { View } from '../../../browsers/view.ts';
import { callApi, check, clipboardHolds, LONG } from '../check.ts';
import type { Demo } from '../demo.ts';
import type { Step } from '../walk.ts';
import { PAGE_WORDS } from '../words.ts';

const NAME = 'from the page';

/** The buttons that the extension adds to the portal's own page. */
export const PAGE: Step[] = [
  {
    name: 'page-endpoint',
    title: "Copy the endpoint on the portal's own page",
    async run(demo) {
      const view = await demo.portalPage();
      // In Firefox, the driver opens each button's shadow tree one by one, so use a short list.
      if (demo.browser.name === 'firefox' && demo.keys.length > LONG) {
        demo.portal.seed(null);
        await view.goto(demo.portalAddress);
      }
      await copyInPage(demo, view, demo.t('copyEndpoint'));
      const endpoint = await demo.browser.readClipboard();
      const right = endpoint.startsWith(demo.portal.origin);
      check(right, 'The clipboard does not hold an endpoint of the portal.');
      await view.sees(endpoint);
      return { summary: endpoint, view };
    },
  },
  {
    name: 'page-key',
    title: 'Generate a key on that page, and copy it',
    async run(demo) {
      const { layout, language } = demo.options;
      const words = PAGE_WORDS[language];
      const before = demo.keys.length;
      const view = await demo.portalPage();
      await view.click('button', words.generate[layout]);
      if (layout === 'profile') {
        const dialog = await view.find('dialog');
        await view.fill('textbox', words.name, NAME);
        await view.click('button', words.submit, dialog);
      }
      await view.find('button', demo.t('copyKey'));
      const [key] = demo.keys;
      check(key !== undefined && demo.keys.length === before + 1, 'The portal has no new key.');
      await copyInPage(demo, view, demo.t('copyKey'));
      await clipboardHolds(demo.browser, key.value);
      const status = await callApi(demo, key.value);
      check(status === 200, `The portal's API answered ${status} to the copied key.`);
      const { length } = key.value;
      return { summary: `${key.name}: ${length} characters, and the API answers ${status}`, view };
    },
  },
];

/** Clicks a button of the extension in the page, and waits until the page shows "Copied". */
async function copyInPage({ t }: Demo, view: View, button: string): Promise<void> {
  const saysCopied = async () => (await view.texts('status')).some((text) => text === t('copied'));
  await view.toFront();
  // The notice of an earlier click goes away by itself, and says nothing about this one.
  await until(view.page, 'no notice', async () => !(await saysCopied()) || undefined);
  await view.click('button', button);
  await until(view.page, `"${t('copied')}"`, async () => (await saysCopied()) || undefined);
}
