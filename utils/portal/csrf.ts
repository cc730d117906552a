/**
 * Double-submit protection: the page echoes a readable cookie in a header. These are the pairs that
 * the common frameworks use (Angular and Spring, Django, Express, Rails).
 */
export const CSRF_PAIRS = [
  { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' },
  { cookie: 'csrftoken', header: 'X-CSRFToken' },
  { cookie: '_csrf', header: 'X-CSRF-Token' },
  { cookie: 'csrf_token', header: 'X-CSRF-Token' },
  { cookie: 'csrf-token', header: 'X-CSRF-Token' },
  { cookie: 'CSRF-TOKEN', header: 'X-CSRF-TOKEN' },
] as const;

/**
 * Gives the headers that go with the portal's protection, for a request that changes something.
 * @param read gives a cookie's value, or `null`
 */
export async function csrfHeaders(
  read: (cookie: string) => Promise<string | null>,
): Promise<Record<string, string>> {
  for (const { cookie, header } of CSRF_PAIRS) {
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
