import { browser } from 'wxt/browser';

/** Returns the value of a cookie in this page's own store, or `null`. */
export async function cookieValue(url: string, name: string): Promise<string | null> {
  const cookie = await browser.cookies.get({ url, name });
  return cookie?.value ?? null;
}
