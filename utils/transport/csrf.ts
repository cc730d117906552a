import { cookieValue } from '../browser/cookies';
import { runInTab } from '../browser/run-in-tab';
import { type CsrfPair, csrfHeaders } from '../portal/csrf';

/** Returns the headers that a change at a portal carries, from its cookies in this page's own store. */
export function csrfHeadersOf(
  origin: string,
  pairs: readonly CsrfPair[],
): Promise<Record<string, string>> {
  return csrfHeaders(pairs, (name) => cookieValue(origin, name));
}

/** The same from the cookies that a tab's own scripts can read. */
export async function csrfHeadersIn(
  tabId: number,
  origin: string,
  pairs: readonly CsrfPair[],
): Promise<Record<string, string>> {
  const read = (of: string) => (location.origin === of ? document.cookie : '');
  const cookies = String(await runInTab(tabId, read, origin)).split('; ');
  return csrfHeaders(pairs, async (name) => {
    const found = cookies.find((each) => each.startsWith(`${name}=`));
    return found?.slice(name.length + 1) ?? null;
  });
}
