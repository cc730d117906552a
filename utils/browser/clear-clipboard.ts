import { browser } from 'wxt/browser';

/** Only Chromium has this, so the browsers' common types do not. */
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

/** Whether the person lets the extension change the clipboard without a click. */
export function mayClearClipboard(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['clipboardWrite'] });
}

/**
 * Clears the clipboard from the background, whatever is on it.
 * @throws when the browser does not allow it
 */
export async function clearClipboard(): Promise<void> {
  if (!(await mayClearClipboard())) throw new Error('The clipboard may not be changed');
  if (import.meta.env.FIREFOX) {
    await navigator.clipboard.writeText('');
    return;
  }
  // A worker has no clipboard. This page clears it while it loads, which is awaited.
  const { offscreen } = chrome;
  // A worker that was stopped half-way has left its page open, and only one can be.
  await offscreen.closeDocument().catch(() => {});
  await offscreen.createDocument({
    url: '/clipboard.html',
    reasons: ['CLIPBOARD'],
    justification: 'Clears the clipboard some time after a key was copied',
  });
  await offscreen.closeDocument();
}
