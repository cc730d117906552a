/** A readable cookie and the request header that repeats its value. */
export interface CsrfPair {
  cookie: string;
  header: string;
}

/**
 * Double-submit protection: a change repeats a readable cookie in a header. These are the defaults of
 * common frameworks (Angular and Spring, Django, Express, Rails).
 */
const COMMON_PAIRS: readonly CsrfPair[] = [
  { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' },
  { cookie: 'csrftoken', header: 'X-CSRFToken' },
  { cookie: '_csrf', header: 'X-CSRF-Token' },
  { cookie: 'csrf_token', header: 'X-CSRF-Token' },
  { cookie: 'csrf-token', header: 'X-CSRF-Token' },
  { cookie: 'CSRF-TOKEN', header: 'X-CSRF-TOKEN' },
];

/**
 * Returns the pairs to look for.
 * @param cookie the cookie's name, if it was set by hand
 * @param header the header's name, if it was set by hand
 * @returns that one pair if both names were set, otherwise the common ones
 */
export function csrfPairs(cookie?: string, header?: string): readonly CsrfPair[] {
  return cookie && header ? [{ cookie, header }] : COMMON_PAIRS;
}

/**
 * Returns the CSRF header for a request that changes something.
 * @param pairs the pairs to look for; the first whose cookie has a value is used
 * @param read returns a cookie's value, or `null` if there is no such cookie; what it throws is passed on
 * @returns one header, or none if no cookie was found
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
