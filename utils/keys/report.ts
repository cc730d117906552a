import type { KeyRoutes } from '../portal/key-routes';
import type { Inspection, PageProblem } from './page-check';

/** What goes into a report. */
interface Facts {
  problem: PageProblem;
  inspection: Inspection;
  routes: KeyRoutes | undefined;
  version: string;
  userAgent: string;
}

/**
 * Returns a report of a problem with a portal's page, as JSON for the extension's maintainers. It contains no
 * names, hosts or ids. The only route in it is the path of the list, without its ids.
 */
export function writeReport({ problem, inspection, routes, ...browser }: Facts): string {
  const place = routes && { from: routes.from, list: withoutIds(routes.list) };
  return JSON.stringify({ problem, page: inspection.report, place, ...browser }, null, 2);
}

/** Removes the host, and each part with a digit or an `@`, which may be an id. Versions such as `v2` stay. */
function withoutIds(path: string): string {
  return path
    .replace(/^https?:\/\/[^/]+/, '')
    .split('/')
    .map((part) => (/[\d@]/.test(part) && !/^v\d+$/.test(part) ? '…' : part))
    .join('/');
}
