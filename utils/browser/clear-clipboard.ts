import { browser } from 'wxt/browser';

/** Chromium's alone, and so no part of what both browsers have. */
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

/** Tells whether the person lets the extension change the clipboard without a click. */
export function mayEmptyClipboard(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['clipboardWrite'] });
}

/**
 * Empties the clipboard from the background, whatever is on it.
 * @throws when the browser does not let it
 */
export async function emptyClipboard(): Promise<void> {
  if (!(await mayEmptyClipboard())) throw new Error('The clipboard may not be changed');
  if (import.meta.env.FIREFOX) {
    await navigator.clipboard.writeText('');
    return;
  }
  // A worker has no clipboard. This page empties it as it loads, which is awaited.
  const { offscreen } = chrome;
  // A worker that was stopped on its way has left its page open, and there can be only one.
  await offscreen.closeDocument().catch(() => {});
  await offscreen.createDocument({
    url: '/clipboard.html',
    reasons: ['CLIPBOARD'],
    justification: 'Empties the clipboard some time after a key was copied',
  });
  await offscreen.closeDocument();
}
