import { browser } from 'wxt/browser';
import { type ClosingTab, openStores } from '../browser/tabs';
import type { Handoff } from '../keys/handoff';
import { forgetStores } from '../stored/memory';

/**
 * Forgets what was kept for private windows and containers that have no tab left. A list, a draft or a
 * value must not outlive the window in which the person expects it to end.
 * @param forget forgets the new keys that match
 */
export function createStoreWatch(forget: (matches: (each: Handoff) => boolean) => Promise<void>) {
  async function drop(closing?: ClosingTab): Promise<void> {
    const open = await openStores(closing);
    await forget(({ store }) => !open.has(store));
    await forgetStores((store) => open.has(store));
  }

  return {
    /** Looks for stores that were closed while the background was stopped. */
    drop,
    watch(): void {
      browser.tabs.onRemoved.addListener((id, { windowId, isWindowClosing }) => {
        void drop({ id, windowId: isWindowClosing ? windowId : null });
      });
    },
  };
}
