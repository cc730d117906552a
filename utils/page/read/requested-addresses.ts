/** Files, which are no part of an API. */
const STATIC = /\.(?:js|mjs|css|png|jpe?g|gif|svg|ico|woff2?|ttf|map|html?)$/i;
/** The most addresses to return. Where a page has asked for more, the latest count. */
const MOST = 40;

/**
 * Lists the addresses that a page has requested from its portal's API; one of them leads to the keys.
 * Queries, requests and responses are left out.
 * @param timings the page's resource timings
 * @param origin the page's own origin
 * @returns paths on the page's host, and URLs on other hosts of its site
 */
export function requestedAddresses(timings: PerformanceEntryList, origin: string): string[] {
  const addresses = timings.flatMap((entry) => {
    const { initiatorType } = entry as PerformanceResourceTiming;
    if (initiatorType !== 'fetch' && initiatorType !== 'xmlhttprequest') return [];
    const url = new URL(entry.name);
    if (STATIC.test(url.pathname) || site(url) !== site(new URL(origin))) return [];
    return [(url.origin === origin ? '' : url.origin) + url.pathname];
  });
  return [...new Set(addresses)].slice(-MOST);
}

/**
 * The last two labels of a host name. Under a suffix such as "co.uk" that is wider than one site, but no
 * other host is contacted before the person has agreed to it.
 */
function site({ hostname }: URL): string {
  return /^[\d.]+$/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}
