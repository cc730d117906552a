/** The cookie that a change echoes, and the header in which it does. */
export interface CsrfPair {
  cookie: string;
  header: string;
}

/**
 * Double-submit protection: the page echoes a readable cookie in a header. These are the pairs that
 * the common frameworks use (Angular and Spring, Django, Express, Rails).
 */
const COMMON_PAIRS: readonly CsrfPair[] = [
  { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' },
  { cookie: 'csrftoken', header: 'X-CSRFToken' },
  { cookie: '_csrf', header: 'X-CSRF-Token' },
  { cookie: 'csrf_token', header: 'X-CSRF-Token' },
  { cookie: 'csrf-token', header: 'X-CSRF-Token' },
  { cookie: 'CSRF-TOKEN', header: 'X-CSRF-TOKEN' },
];

/** Gives the pairs to look for: the one that a person set, or the common ones. */
export function csrfPairs(cookie?: string, header?: string): readonly CsrfPair[] {
  return cookie && header ? [{ cookie, header }] : COMMON_PAIRS;
}

/**
 * Gives the headers that go with the portal's protection, for a request that changes something.
 * @param pairs those to look for, the first that is there counts
 * @param read gives a cookie's value, or `null`
 */
export async function csrfHeaders(
  pairs: readonly CsrfPair[],
  read: (cookie: string) => Promise<string | null>,
): Promise<Record<string, string>> {
  for (const { cookie, header } of pairs) {
    const value = await read(cookie);
    if (value) return { [header]: decode(value) };
  }
  return {};
}

/** Frameworks write the token URL-encoded and compare it decoded. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
