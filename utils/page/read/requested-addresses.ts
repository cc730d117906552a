/** An address that a page's API would not have. */
const STATIC = /\.(?:js|mjs|css|png|jpe?g|gif|svg|ico|woff2?|ttf|map|html?)$/i;
/** A page that asks for more is not telling where its keys are. */
const MOST = 40;

/**
 * Gives the addresses of the portal's own API that its page has asked for: where it keeps its keys is
 * among them. Only addresses, without what was asked and what was answered.
 * @param timings the page's resource timings
 * @param origin the page's own
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
 * The last two names of a host. That is more than one site where a registry sells names of three parts,
 * but nothing is asked of another host before its person has agreed.
 */
function site({ hostname }: URL): string {
  return /^[\d.]+$/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}
