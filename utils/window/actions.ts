import { browser } from 'wxt/browser';
import { askAccess } from '../browser/permissions';
import type { Handoff } from '../keys/handoff';
import { send } from '../messages';
import { connecting } from '../stored/memory';
import { hostsOf } from '../stored/portals';
import type { PortalSession } from '../transport/portal-client';

export type WindowActions = typeof windowActions;

/** What any window has the browser and the background do. */
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

  /**
   * Has the background generate one key; its `id` makes sure that one click sends one request. A
   * background that dies meanwhile is told again, so that the next one begins or looks what became of it.
   */
  async generate({ origin, tab }: PortalSession, name: string): Promise<void> {
    const asked = { id: crypto.randomUUID(), origin, tab, name };
    await send('generate', asked).catch(() => send('generate', asked));
  },

  /** A text that is no key was copied; the copy has worked, whether or not anybody hears of it. */
  copiedOther: () => void send('copiedOther', {}).catch(() => {}),
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
};
