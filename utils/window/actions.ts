import { browser } from 'wxt/browser';
import { requestAccess } from '../browser/permissions';
import type { Handoff } from '../keys/handoff';
import { send } from '../messages';
import type { PortalSession } from '../portal/session';
import { connecting, handoffs } from '../stored/memory';
import { hostsOf } from '../stored/portals';

export type WindowActions = typeof windowActions;

/** What any window can ask of the browser and the background. */
export const windowActions = {
  /**
   * Requests access to a portal's hosts, and adds the portal. Must be called in a click handler, before any
   * `await`. If the browser closes the window while it asks the person, the background adds the portal.
   * @param apiOrigin the API's origin if the API is on another host
   * @returns whether the person allowed it
   */
  async connect(origin: string, apiOrigin = ''): Promise<boolean> {
    const request = { origin, apiOrigin, label: new URL(origin).host };
    // Not awaited, because in Firefox a click no longer counts after an `await`.
    void connecting.setValue(request);
    const granted = await requestAccess(...hostsOf(request));
    if (granted) await send('connect', request);
    else await connecting.setValue(null);
    return granted;
  },

  /**
   * Asks the background to generate a key. If the background dies, it is asked once more. The `id` keeps the
   * restarted background from sending a second request: it checks the outcome of the first instead.
   * @returns resolves once the background has accepted the request; rejects if it cannot be reached
   */
  async generate({ origin, store }: PortalSession, name: string): Promise<void> {
    const request = { id: crypto.randomUUID(), origin, store, name };
    const { isStored, stop } = watchForRequest(request.id);
    const answered = send('generate', request).catch(() => send('generate', request));
    await Promise.race([isStored, answered]).finally(stop);
  },

  /**
   * Reports that something other than a key was copied, so the clipboard need not be cleared. A failure is
   * ignored, because the copy itself has worked.
   */
  copiedOther: () => void send('copiedOther', {}).catch(() => {}),
  /** Reports that a new key's value was copied. */
  copied: ({ id }: Handoff) => send('copied', { id }),
  /** Clears the clipboard now. */
  clearClipboard: () => send('clearClipboard', {}),
  /** Forgets a new key, with its value. */
  finish: ({ id }: Handoff) => send('finish', { id }),
  /** Checks again whether a request whose answer was lost has created a key. */
  recheck: ({ id }: Handoff) => send('recheck', { id }),

  /** Opens a URL in a new tab. */
  openTab: async (url: string): Promise<void> => {
    await browser.tabs.create({ url });
  },

  /** Opens the options page at one of its sections. */
  async openOptions(section: 'keys' | 'portals'): Promise<void> {
    const page = browser.runtime.getURL('/options.html');
    await browser.tabs.create({ url: `${page}#${section}` });
  },
};

/** Watches for a request in memory, from where it cannot be lost; `stop` ends the watching. */
function watchForRequest(id: string): { isStored: Promise<void>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = handoffs.watch((all) => {
    if (all.some((each) => each.id === id)) resolve();
  });
  return { isStored: promise, stop };
}
