import { browser } from 'wxt/browser';
import type { Handoff } from './keys/handoff';
import { send } from './messages';
import { askAccess, dropAccess } from './permissions';
import { type Problem, problemOf } from './portal/errors';
import type { PortalSession } from './portal-client';
import { connecting, knownList } from './session';
import { discoveries, type Portal, portals, preferences } from './settings';
import { windowClient } from './window-client';

export type WindowActions = typeof windowActions;

/** What a window has the browser and the background do. */
export const windowActions = {
  /**
   * Asks for a portal's host and adds the portal; must be called straight from a click.
   * The background finishes it when the browser closes the asking window.
   * @returns whether the person allowed it
   */
  async connect(origin: string): Promise<boolean> {
    const label = new URL(origin).host;
    // Firefox counts the click only until the first wait, so this one is not waited for.
    void connecting.setValue({ origin, label });
    const granted = await askAccess(origin);
    if (granted) await send('connect', { origin, label });
    else await connecting.setValue(null);
    return granted;
  },

  /** Has the background generate one key; its `id` makes sure that one click sends one request. */
  async generate({ origin, tab }: PortalSession, name: string): Promise<void> {
    await send('generate', { id: crypto.randomUUID(), origin, tab, name });
  },

  copied: ({ id }: Handoff) => send('copied', { id }),
  finish: ({ id }: Handoff) => send('finish', { id }),
  settle: ({ id }: Handoff) => send('settle', { id }),

  openTab: async (url: string): Promise<void> => {
    await browser.tabs.create({ url });
  },

  /** Opens the options page, or the one that is open already, at a section of it. */
  async openOptions(section: 'keys' | 'portals'): Promise<void> {
    const page = browser.runtime.getURL('/options.html');
    await browser.tabs.create({ url: `${page}#${section}` });
  },

  savePreferences: preferences.setValue,

  /** Saves a portal's settings; what was found out about it is found again. */
  async savePortal(portal: Portal): Promise<void> {
    const { origin, keysPath } = portal;
    await portals.update((all) => all.map((each) => (each.origin === origin ? portal : each)));
    await discoveries.update((all) => {
      const { routes, ...others } = all[origin] ?? {};
      return routes?.from === 'set' && routes.list !== keysPath
        ? { ...all, [origin]: others }
        : all;
    });
  },

  /**
   * Asks a portal for its keys, as the test of its settings.
   * @returns how many there are, or the problem
   */
  async test(origin: string): Promise<number | Problem> {
    try {
      return (await (await windowClient({ origin, tab: '' })).list()).length;
    } catch (thrown) {
      return problemOf(thrown);
    }
  },

  /** Forgets a portal, and gives its host back unless another portal is on the same one. */
  async removePortal({ origin }: Portal): Promise<void> {
    await portals.update((all) => all.filter((each) => each.origin !== origin));
    await discoveries.update(({ [origin]: _, ...others }) => others);
    await knownList(origin).removeValue();
    const { hostname } = new URL(origin);
    const rest = await portals.getValue();
    if (!rest.some((each) => new URL(each.origin).hostname === hostname)) await dropAccess(origin);
  },

  /** Has the browser save a file. */
  saveFile(name: string, text: string): void {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name.replace(/[\\/:*?"<>|]/g, '-');
    link.click();
    URL.revokeObjectURL(url);
  },
};
