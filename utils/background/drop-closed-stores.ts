import { browser } from 'wxt/browser';
import { type ClosingTab, openStores } from '../browser/tabs';
import type { Handoff } from '../keys/handoff';
import { forgetStores } from '../stored/memory';

/**
 * Forgets what was kept for private windows and containers once their last tab closes. People expect that
 * nothing outlives a private window: no list, no draft, no value.
 * @param forget forgets the matching new keys
 */
export function createStoreWatch(forget: (matches: (each: Handoff) => boolean) => Promise<void>) {
  async function drop(closing?: ClosingTab): Promise<void> {
    const open = await openStores(closing);
    await forget(({ store }) => !open.has(store));
    await forgetStores((store) => open.has(store));
  }

  return {
    /** Forgets what was kept for stores that closed while the background was stopped. */
    drop,
    /** Starts watching tabs close. */
    watch(): void {
      browser.tabs.onRemoved.addListener((id, { windowId, isWindowClosing }) => {
        void drop({ id, windowId: isWindowClosing ? windowId : null });
      });
    },
  };
}
