import { browser } from 'wxt/browser';
import { requestAccess } from '../browser/permissions';
import type { Handoff } from '../keys/handoff';
import { send } from '../messages';
import type { PortalSession } from '../portal/session';
import { connecting, handoffs } from '../stored/memory';
import { hostsOf } from '../stored/portals';

export type WindowActions = typeof windowActions;

/** What any window has the browser and the background do. */
export const windowActions = {
  /**
   * Asks for a portal's hosts and adds the portal; must be called straight from a click.
   * The background finishes it when the browser closes the window that asked.
   * @param apiOrigin the API's host where that is another one
   * @returns whether the person allowed it
   */
  async connect(origin: string, apiOrigin = ''): Promise<boolean> {
    const asked = { origin, apiOrigin, label: new URL(origin).host };
    // Firefox forgets the click at the first wait, so this is not awaited.
    void connecting.setValue(asked);
    const granted = await requestAccess(...hostsOf(asked));
    if (granted) await send('connect', asked);
    else await connecting.setValue(null);
    return granted;
  },

  /**
   * Has the background generate one key; the `id` makes sure that one click sends one request. If the
   * background dies, it is asked again: the next one begins, or finds out what became of the request.
   * @returns resolves as soon as the background has accepted it; rejects when it cannot be reached
   */
  async generate({ origin, store }: PortalSession, name: string): Promise<void> {
    const asked = { id: crypto.randomUUID(), origin, store, name };
    const answered = send('generate', asked).catch(() => send('generate', asked));
    await Promise.race([isAccepted(asked.id), answered]);
  },

  /** Something that is not a key was copied; that worked, whether or not the background hears of it. */
  copiedOther: () => void send('copiedOther', {}).catch(() => {}),
  copied: ({ id }: Handoff) => send('copied', { id }),
  clearClipboard: () => send('clearClipboard', {}),
  finish: ({ id }: Handoff) => send('finish', { id }),
  recheck: ({ id }: Handoff) => send('recheck', { id }),

  openTab: async (url: string): Promise<void> => {
    await browser.tabs.create({ url });
  },

  /** Opens the options page at one of its sections. */
  async openOptions(section: 'keys' | 'portals'): Promise<void> {
    const page = browser.runtime.getURL('/options.html');
    await browser.tabs.create({ url: `${page}#${section}` });
  },
};

/** Resolves once a request for a key is in memory, from where it cannot be lost. */
function isAccepted(id: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = handoffs.watch((all) => {
      if (!all.some((each) => each.id === id)) return;
      stop();
      resolve();
    });
  });
}
