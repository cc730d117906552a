import { inject, onTestFinished } from 'vitest';
import type { TestBrowser } from '../../browsers/test-browser.ts';
import type { View } from '../../browsers/view.ts';

/** The extension APIs used here; Firefox knows them by this name too. */
declare const chrome: {
  windows: {
    getAll(): Promise<{ id: number; incognito: boolean }[]>;
    create(how: object): Promise<object>;
  };
  tabs: { create(how: object): Promise<object> };
  storage: { session: { get(): Promise<object> } };
};

/** A cookie store other than the ordinary one. */
interface OwnStore {
  of: string;
  /** Returns a function that opens tabs in it. */
  open(browser: TestBrowser): Promise<() => Promise<View>>;
}

const PRIVATE: OwnStore = {
  of: 'a private window',
  async open(browser) {
    // Open this before the private window, as later tabs might open in that.
    const { page } = await browser.openOptions();
    const create = async () => {
      const windows = await chrome.windows.getAll();
      const open = windows.find(({ incognito }) => incognito);
      const url = 'about:blank';
      if (open) await chrome.tabs.create({ windowId: open.id, url });
      else await chrome.windows.create({ incognito: true, url });
    };
    return () => browser.tabOpenedBy(() => page.evaluate(create));
  },
};

const CONTAINER: OwnStore = {
  of: 'a container',
  async open(browser) {
    const { page } = await browser.openOptions();
    const container = await page.browser().createBrowserContext();
    onTestFinished(() => container.close());
    return () => browser.tabOpenedBy(() => container.newPage().then(() => undefined));
  },
};

/** The ones that this browser has: Chromium has no containers. */
export const OWN_STORES = inject('browserName') === 'firefox' ? [PRIVATE, CONTAINER] : [PRIVATE];

/** Everything in the extension's session storage, read on one of its pages. */
export function memoryOf(page: View): Promise<string> {
  return page.page.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
}
