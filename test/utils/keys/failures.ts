import { vi } from 'vitest';
import { createClient, type PortalClient } from '../../../utils/portal/client';
import { PortalError } from '../../../utils/portal/errors';
import { createHttp } from '../../../utils/portal/http';
import { routesAt } from '../../../utils/portal/key-routes';
import { type Fault, type LocalPortal, startPortal } from '../../portal/server';
import { sessionFetch } from '../portal/session';

/** What goes wrong with one request. */
type Failure =
  | Fault
  | { kind: 'refused' }
  /** the session ends just before the request arrives */
  | { kind: 'expired' }
  /** the portal takes longer than the extension waits */
  | (Fault & { tooSlow: true });

/** When a request is sent: before the change, as the change itself, or after it. */
type Step = 'before' | 'change' | 'after';

/** Every way a request can fail, with or without the portal doing what was requested. */
const FAILURES = {
  refused: { kind: 'refused' },
  'dropped before the portal acts': { kind: 'drop' },
  'dropped after the portal acts': { kind: 'drop', after: true },
  'slow, but in time': { kind: 'latency', ms: 20 },
  'too slow, never done': { kind: 'hang', tooSlow: true },
  'too slow, done': { kind: 'hang', after: true, tooSlow: true },
  'too slow, done later': { kind: 'latency', ms: 150, tooSlow: true },
  'answered in part': { kind: 'truncated' },
  'answered with nonsense, not done': { kind: 'wrong-type' },
  'answered with nonsense': { kind: 'wrong-type', after: true },
  'answered with a page, not done': { kind: 'html' },
  'answered with a page': { kind: 'html', after: true },
  'answered with 401': { kind: 'expired' },
  'answered with 503, not done': { kind: 'status', status: 503 },
  'answered with 502': { kind: 'status', status: 502, after: true },
  'answered with 504, not done': { kind: 'status', status: 504 },
} as const satisfies Record<string, Failure>;
export type FailureName = keyof typeof FAILURES;

/** Nothing listens on this portal's port any more. */
const closed = await startPortal();
await closed.close();

/** Opens a client whose requests to the portal fail as planned. */
export function openFailingClient(portal: LocalPortal) {
  let signedIn = sessionFetch(portal);
  let changed = false;
  const plan: Partial<Record<Step, FailureName>> = {};
  let timeouts: AbortController[] = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const timeout = new AbortController();
    timeouts.push(timeout);
    return timeout.signal;
  });

  const http = createHttp(portal.origin, async (input, init) => {
    const request = new Request(input, init);
    const step = request.method !== 'GET' ? 'change' : changed ? 'after' : 'before';
    changed ||= step === 'change';
    const name = plan[step];
    const failure: Failure | undefined = name && FAILURES[name];
    portal.faults.length = 0;
    if (failure?.kind === 'refused')
      return fetch(request.url.replace(portal.origin, closed.origin));
    if (failure?.kind === 'expired') portal.expireSessions();
    else if (failure) portal.faults.push(failure);
    if (!failure || !('tooSlow' in failure)) return signedIn(request);
    const before = [portal.requests.length, JSON.stringify(portal.keysOf('mfortin'))];
    const answer = signedIn(request);
    const [timeout] = timeouts.slice(-1);
    const arrived = () => portal.requests.length > Number(before[0]);
    const made = () => JSON.stringify(portal.keysOf('mfortin')) !== before[1];
    void vi
      .waitUntil(failure.after && step === 'change' ? made : arrived, {
        interval: 10,
        timeout: 4000,
      })
      .then(() => timeout?.abort(new DOMException('The time is over.', 'TimeoutError')));
    return answer;
  });
  const client: PortalClient = createClient(http, {
    routes: routesAt(portal.settings.keysPath, 'probe'),
    confirmed: true,
    find: () => Promise.reject(new PortalError({ kind: 'not-found' })),
    remember: () => {},
  });

  return {
    client,
    /** Makes the requests of one step fail from now on. */
    set(step: Step, failure: FailureName) {
      plan[step] = failure;
    },
    /** Ends all failures and signs the user in again. */
    recover() {
      for (const step of Object.keys(plan)) delete plan[step as Step];
      portal.faults.length = 0;
      timeouts = [];
      signedIn = sessionFetch(portal);
    },
  };
}

/** The number of changes the portal has received. */
export const writes = (portal: LocalPortal) =>
  portal.requests.filter(({ method }) => method !== 'GET').length;

/** Waits until the portal has finished its work. */
export async function waitUntil(done: () => boolean): Promise<void> {
  await vi.waitUntil(done, { interval: 5, timeout: 4000 });
}
