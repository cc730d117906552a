import { cookieValue } from '../browser/cookies';
import { runInTab } from '../browser/run-in-tab';
import { csrfHeaders, csrfPairs } from '../portal/csrf';
import type { PortalOverrides } from '../stored/portals';

/**
 * Gives the headers that a portal wants with a change, from the cookie that its own page would read.
 * @param set the pair of cookie and header, where a person set it
 */
export function csrfHeadersOf(
  origin: string,
  { csrfCookie, csrfHeader }: PortalOverrides,
): Promise<Record<string, string>> {
  return csrfHeaders(csrfPairs(csrfCookie, csrfHeader), (name) => cookieValue(origin, name));
}

/** The same in the session of a tab, whose cookies may be its own. */
export async function csrfHeadersIn(
  tabId: number,
  origin: string,
  { csrfCookie, csrfHeader }: PortalOverrides,
): Promise<Record<string, string>> {
  const read = (of: string) => (location.origin === of ? document.cookie : '');
  const cookies = String(await runInTab(tabId, read, origin)).split('; ');
  return csrfHeaders(csrfPairs(csrfCookie, csrfHeader), async (name) => {
    const found = cookies.find((each) => each.startsWith(`${name}=`));
    return found?.slice(name.length + 1) ?? null;
  });
}
