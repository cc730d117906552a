import { browser } from 'wxt/browser';

/**
 * Gives the permission pattern for a portal's host. It names no port: Firefox reports a pattern with
 * one as granted and then refuses the requests.
 * @param origin such as `https://portal.example.com` or `http://127.0.0.1:8800`
 */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Tells whether the extension may reach some hosts; people can take one back at any time. */
export function hasAccess(...origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: origins.map(hostPattern) });
}

/** Asks for a portal's hosts; must be called straight from a click. Resolves with the person's answer. */
export function askAccess(...origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: origins.map(hostPattern) });
}

/** Gives a portal's host back. */
export async function dropAccess(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [hostPattern(origin)] });
}

/**
 * Asks to be let change the clipboard without a click, for emptying it later; must be called straight
 * from a person's choice. Resolves with the answer.
 */
export function askClipboard(): Promise<boolean> {
  // Chromium does not ask when the click that opened a list of choices was too long ago.
  return browser.permissions.request({ permissions: ['clipboardWrite'] }).catch(() => false);
}
