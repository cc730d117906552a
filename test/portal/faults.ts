import { type Checks, choice, flag, number, text } from './checks.ts';

/** How things go wrong: in transit, or with answers no client should trust. */
export const FAULT_KINDS = [
  'latency',
  'drop',
  'status',
  'html',
  'truncated',
  'hang',
  'huge',
  'deep',
  'redirect-elsewhere',
  'not-keys',
  'long-name',
  'wrong-type',
] as const;

/** Something that goes wrong with API requests. Pages are never affected. */
export interface Fault {
  /**
   * latency: the answer is delayed by `ms`. drop: the connection dies. status: an error answer with
   * `status`. html: a page, with 200, instead of JSON. truncated: half the real answer.
   * hang: no answer, ever. huge: 10 MB of JSON. deep: JSON nested 100,000 times.
   * redirect-elsewhere: 302 to another origin, or to `to`. not-keys: a list of something else.
   * long-name: a list whose first name has 100,000 characters. wrong-type: a list of nonsense.
   */
  kind: (typeof FAULT_KINDS)[number];
  /** Which requests it affects, such as `POST /rest/api_keys`, `/api/*` or `DELETE`; all by default. */
  route?: string;
  /** How many more requests it affects; until removed by default. */
  times?: number;
  /** Whether the change is made first; not for latency and truncated. */
  after?: boolean;
  /** For latency. */
  ms?: number;
  /** For status; 503 by default. */
  status?: number;
  /** The Retry-After header of a 429 or 503, in seconds. */
  retryAfter?: number;
  /** For redirect-elsewhere; this portal under another name by default. */
  to?: string;
}

/** The checks of a fault that arrives over HTTP. */
export const FAULT_CHECKS: Checks = {
  kind: choice(...FAULT_KINDS),
  route: text(/^([A-Z]+ )?\/\S*$|^[A-Z]+$/, 'such as "POST /rest/api_keys", "/api/*" or "DELETE"'),
  times: number(1, 1_000_000),
  after: flag(),
  ms: number(0, 600_000),
  status: number(400, 599),
  retryAfter: number(0, 86_400),
  to: text(/^https?:\/\//, 'an http or https address'),
};

/** Returns the faults that affect this request, and counts them down. */
export function takeFaults(faults: Fault[], method: string, path: string): Fault[] {
  const hits: Fault[] = [];
  for (const fault of [...faults]) {
    if (!matches(fault.route, method, path)) continue;
    hits.push(fault);
    if (fault.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1);
    }
    if (fault.kind !== 'latency') break;
  }
  return hits;
}

function matches(route: string | undefined, method: string, path: string): boolean {
  if (route === undefined) return true;
  const parts = route.split(' ');
  const wantedMethod = parts.find((part) => !part.startsWith('/'));
  const wantedPath = parts.find((part) => part.startsWith('/'));
  if (wantedMethod !== undefined && wantedMethod !== method) return false;
  if (wantedPath === undefined) return true;
  const pattern = wantedPath.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`).test(path);
}
