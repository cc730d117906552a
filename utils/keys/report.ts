import type { KeyRoutes } from '../portal/key-routes';
import type { Inspection, PageProblem } from './page-check';

/** What a report is made of beside the page's own. */
interface Facts {
  problem: PageProblem;
  inspection: Inspection;
  routes: KeyRoutes | undefined;
  version: string;
  userAgent: string;
}

/**
 * Writes what was looked for and found on a portal, to be sent to whoever mends the extension. Names,
 * hosts and ids stay out: of the place of the keys it holds the path, with ids left out.
 */
export function writeReport({ problem, inspection, routes, ...browser }: Facts): string {
  const place = routes && { from: routes.from, list: withoutIds(routes.list) };
  return JSON.stringify({ problem, page: inspection.report, place, ...browser }, null, 2);
}

/** A part of a path with a digit or an `@` in it may be somebody's; versions such as `v2` are not. */
function withoutIds(path: string): string {
  return path
    .replace(/^https?:\/\/[^/]+/, '')
    .split('/')
    .map((part) => (/[\d@]/.test(part) && !/^v\d+$/.test(part) ? '…' : part))
    .join('/');
}
