import { cookieValue } from '../browser/cookies';
import { runInTab } from '../browser/run-in-tab';
import { type CsrfPair, csrfHeaders } from '../portal/csrf';

/** Returns the CSRF header for a change, from the portal's cookie in this page's own cookie store. */
export function csrfHeadersFromStore(
  origin: string,
  pairs: readonly CsrfPair[],
): Promise<Record<string, string>> {
  return csrfHeaders(pairs, (name) => cookieValue(origin, name));
}

/** Returns the CSRF header for a change, from the cookies that scripts in a portal's tab can read. */
export async function csrfHeadersFromTab(
  tabId: number,
  origin: string,
  pairs: readonly CsrfPair[],
): Promise<Record<string, string>> {
  const readCookies = (expected: string) => (location.origin === expected ? document.cookie : '');
  const cookies = String(await runInTab(tabId, readCookies, origin)).split('; ');
  return csrfHeaders(pairs, async (name) => {
    const found = cookies.find((each) => each.startsWith(`${name}=`));
    return found?.slice(name.length + 1) ?? null;
  });
}
