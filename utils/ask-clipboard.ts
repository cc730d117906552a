import { browser } from 'wxt/browser';

/**
 * Asks to be let change the clipboard without a click, for emptying it later; must be called straight
 * from a person's choice. Resolves with the answer.
 */
export function askClipboard(): Promise<boolean> {
  // Chromium does not ask when the click that opened a list of choices was too long ago.
  return browser.permissions.request({ permissions: ['clipboardWrite'] }).catch(() => false);
}
