import { browser } from 'wxt/browser';
import type { Handoff } from './keys/handoff';
import { send } from './messages';
import { askAccess, dropAccess, hostPattern } from './permissions';
import { type Problem, problemOf } from './portal/errors';
import type { PortalSession } from './portal-client';
import { connecting, knownList } from './session';
import { discoveries, forgetRoutes, hostsOf, type Portal, portals, preferences } from './settings';
import { windowClient } from './window-client';

export type WindowActions = typeof windowActions;

/** What a window has the browser and the background do. */
export const windowActions = {
  /**
   * Asks for a portal's hosts and adds the portal; must be called straight from a click.
   * The background finishes it when the browser closes the asking window.
   * @param apiOrigin the API's host where that is another one
   * @returns whether the person allowed it
   */
  async connect(origin: string, apiOrigin = ''): Promise<boolean> {
    const asked = { origin, apiOrigin, label: new URL(origin).host };
    // Firefox counts the click only until the first wait, so this one is not waited for.
    void connecting.setValue(asked);
    const granted = await askAccess(...hostsOf(asked));
    if (granted) await send('connect', asked);
    else await connecting.setValue(null);
    return granted;
  },

  /** Has the background generate one key; its `id` makes sure that one click sends one request. */
  async generate({ origin, tab }: PortalSession, name: string): Promise<void> {
    await send('generate', { id: crypto.randomUUID(), origin, tab, name });
  },

  copied: ({ id }: Handoff) => send('copied', { id }),
  clearClipboard: () => send('clearClipboard', {}),
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
    const { origin, keysPath, apiOrigin } = portal;
    const { [origin]: known } = await discoveries.getValue();
    const before = (await portals.getValue()).find((each) => each.origin === origin);
    await portals.update((all) => all.map((each) => (each.origin === origin ? portal : each)));
    const replaced = known?.routes?.from === 'set' && known.routes.list !== keysPath;
    if (replaced || before?.apiOrigin !== apiOrigin) await forgetRoutes(origin);
  },

  /**
   * Asks a portal for its keys, as the test of its settings; must be called straight from a click, as
   * the host that was set may not be granted yet.
   * @param saved resolves when the settings are saved
   * @returns how many there are, or the problem
   */
  async test(portal: Portal, saved: Promise<void>): Promise<number | Problem> {
    const { origin } = portal;
    try {
      await askAccess(...hostsOf(portal));
      await saved;
      return (await (await windowClient({ origin, tab: '' })).list()).length;
    } catch (thrown) {
      return problemOf(thrown);
    }
  },

  /** Forgets a portal, and gives its hosts back unless another portal is on the same one. */
  async removePortal(portal: Portal): Promise<void> {
    const { origin } = portal;
    await portals.update((all) => all.filter((each) => each.origin !== origin));
    await discoveries.update(({ [origin]: _, ...others }) => others);
    await knownList(origin).removeValue();
    const kept = (await portals.getValue()).flatMap(hostsOf).map(hostPattern);
    for (const host of hostsOf(portal))
      if (!kept.includes(hostPattern(host))) await dropAccess(host);
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
