/** An address that a page's API would not have. */
const STATIC = /\.(?:js|mjs|css|png|jpe?g|gif|svg|ico|woff2?|ttf|map|html?)$/i;
/** A page that asks for more is not telling where its keys are. */
const MOST = 40;

/**
 * Gives the addresses of the portal's own API that its page has asked for: where it keeps its keys is
 * among them. Only addresses, without what was asked and what was answered.
 * @param timings the page's resource timings
 * @param origin the page's own
 */
export function requestedPaths(timings: PerformanceEntryList, origin: string): string[] {
  const paths = timings.flatMap((entry) => {
    const { initiatorType } = entry as PerformanceResourceTiming;
    if (initiatorType !== 'fetch' && initiatorType !== 'xmlhttprequest') return [];
    const url = new URL(entry.name);
    return url.origin === origin && !STATIC.test(url.pathname) ? [url.pathname] : [];
  });
  return [...new Set(paths)].slice(-MOST);
}
