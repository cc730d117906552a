import { browser } from 'wxt/browser';

/** Gives a cookie's value in the browser's ordinary session, or `null`. */
export async function cookieValue(url: string, name: string): Promise<string | null> {
  const cookie = await browser.cookies.get({ url, name });
  return cookie?.value ?? null;
}
