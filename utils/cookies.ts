import { browser } from 'wxt/browser';
import { csrfHeaders, csrfPairs } from './portal/csrf';
import type { PortalOverrides } from './settings';

/**
 * Gives the headers that a portal wants with a change, from the cookie that its own page would read.
 * @param set the pair of cookie and header, where a person set it
 */
export function csrfHeadersOf(
  origin: string,
  { csrfCookie, csrfHeader }: PortalOverrides,
): Promise<Record<string, string>> {
  return csrfHeaders(csrfPairs(csrfCookie, csrfHeader), async (name) => {
    const cookie = await browser.cookies.get({ url: origin, name });
    return cookie?.value ?? null;
  });
}
