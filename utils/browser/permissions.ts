import { browser } from 'wxt/browser';

/**
 * Returns the match pattern for a host. It has no port: Firefox reports a pattern with a port as granted
 * and then refuses the requests.
 * @param origin such as `https://portal.example.com` or `http://127.0.0.1:8800`
 */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * Whether the extension has access to all of these hosts. People can revoke access at any time.
 * @param origins such as `https://portal.example.com`
 */
export function hasAccess(...origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: origins.map(hostPattern) });
}

/**
 * Requests access to hosts. Must be called in a click handler, before any `await`.
 * @param origins such as `https://portal.example.com`
 * @returns whether the person allowed it
 */
export function requestAccess(...origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(hostPattern) });
}

/** Gives up access to a host. */
export async function removeAccess(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [hostPattern(origin)] });
}

/**
 * Requests permission to write to the clipboard without a click, so that it can be cleared later. Must be
 * called in the handler of the person's choice, before any `await`.
 * @returns whether the person allowed it
 */
export function requestClipboardWrite(): Promise<boolean> {
  // Chromium rejects without asking if the click that opened the drop-down list is too long ago.
  return browser.permissions.request({ permissions: ['clipboardWrite'] }).catch(() => false);
}
