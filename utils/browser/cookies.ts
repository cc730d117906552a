import { browser } from 'wxt/browser';

/**
 * Returns a cookie's value, or `null` if there is no such cookie.
 * @param url a URL that the cookie is sent to; the cookie store is this page's own
 */
export async function cookieValue(url: string, name: string): Promise<string | null> {
  const cookie = await browser.cookies.get({ url, name });
  return cookie?.value ?? null;
}
