import { browser } from 'wxt/browser';
import { csrfHeaders } from './portal/csrf';

/** Gives the headers that a portal wants with a change, from the cookie that its own page would read. */
export function csrfHeadersOf(origin: string): Promise<Record<string, string>> {
  return csrfHeaders(async (name) => {
    const cookie = await browser.cookies.get({ url: origin, name });
    return cookie?.value ?? null;
  });
}
