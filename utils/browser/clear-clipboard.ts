import { browser } from 'wxt/browser';

/** Only Chromium has this API, so the shared type definitions leave it out. */
declare const chrome: {
  offscreen: {
    createDocument(options: {
      url: string;
      reasons: string[];
      justification: string;
    }): Promise<void>;
    closeDocument(): Promise<void>;
  };
};

/** Whether the extension may write to the clipboard without a click. */
export function mayClearClipboard(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['clipboardWrite'] });
}

/**
 * Clears the clipboard from the background, whatever is on it.
 * @throws if the permission is missing, or if the browser refuses
 */
export async function clearClipboard(): Promise<void> {
  if (!(await mayClearClipboard())) throw new Error('No permission to write to the clipboard');
  if (import.meta.env.FIREFOX) {
    await navigator.clipboard.writeText('');
    return;
  }
  // A service worker has no clipboard. The offscreen page clears it while loading, and
  // `createDocument` resolves once the page has loaded.
  const { offscreen } = chrome;
  // A worker that was stopped halfway leaves its page open, and there can only be one.
  await offscreen.closeDocument().catch(() => {});
  await offscreen.createDocument({
    url: '/clipboard.html',
    reasons: ['CLIPBOARD'],
    justification: 'Clears the clipboard some time after a key was copied',
  });
  await offscreen.closeDocument();
}
