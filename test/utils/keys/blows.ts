import { vi } from 'vitest';
import { createClient, type PortalClient } from '../../../utils/portal/client';
import { PortalError } from '../../../utils/portal/errors';
import { createHttp } from '../../../utils/portal/http';
import { routesAt } from '../../../utils/portal/key-routes';
import { type Fault, type LocalPortal, startPortal } from '../../portal/server';
import { sessionFetch } from '../portal/session';

/** What befalls one request on its way. */
type Blow =
  | Fault
  | { kind: 'refused' }
  /** the session ends just before the request arrives */
  | { kind: 'expired' }
  /** what the portal does takes longer than anybody waits */
  | (Fault & { tooSlow: true });

/** When a request is sent: while nothing is asked to be changed yet, to change it, or since. */
type Step = 'before' | 'change' | 'since';

/** Every way to fail that a request can meet, and whether the portal does as it was asked all the same. */
const BLOWS = {
  refused: { kind: 'refused' },
  'dropped before it counts': { kind: 'drop' },
  'dropped after it counts': { kind: 'drop', after: true },
  'slow, but in time': { kind: 'latency', ms: 20 },
  'too slow, and never done': { kind: 'hang', tooSlow: true },
  'too slow, and done': { kind: 'hang', after: true, tooSlow: true },
  'too slow, and done later': { kind: 'latency', ms: 150, tooSlow: true },
  'answered by half': { kind: 'truncated' },
  'answered by nonsense, and not done': { kind: 'wrong-type' },
  'answered by nonsense': { kind: 'wrong-type', after: true },
  'answered by a page, and not done': { kind: 'html' },
  'answered by a page': { kind: 'html', after: true },
  'answered by 401': { kind: 'expired' },
  'answered by 503, and not done': { kind: 'status', status: 503 },
  'answered by 502': { kind: 'status', status: 502, after: true },
  'answered by 504, and not done': { kind: 'status', status: 504 },
} as const satisfies Record<string, Blow>;
export type BlowName = keyof typeof BLOWS;

/** Reaches a portal over a way on which requests meet blows. */
export async function openWay(portal: LocalPortal) {
  const dead = await startPortal();
  await dead.close();
  let signedIn = sessionFetch(portal);
  let changed = false;
  const plan: Partial<Record<Step, BlowName>> = {};
  let clocks: AbortController[] = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const clock = new AbortController();
    clocks.push(clock);
    return clock.signal;
  });

  const http = createHttp(portal.origin, async (input, init) => {
    const request = new Request(input, init);
    const step = request.method !== 'GET' ? 'change' : changed ? 'since' : 'before';
    changed ||= step === 'change';
    const name = plan[step];
    const blow: Blow | undefined = name && BLOWS[name];
    portal.faults.length = 0;
    if (blow?.kind === 'refused') return fetch(request.url.replace(portal.origin, dead.origin));
    if (blow?.kind === 'expired') portal.expireSessions();
    else if (blow) portal.faults.push(blow);
    if (!blow || !('tooSlow' in blow)) return signedIn(request);
    const before = [portal.requests.length, JSON.stringify(portal.keysOf('mfortin'))];
    const answer = signedIn(request);
    const [clock] = clocks.slice(-1);
    const arrived = () => portal.requests.length > Number(before[0]);
    const made = () => JSON.stringify(portal.keysOf('mfortin')) !== before[1];
    void vi
      .waitUntil(blow.after && step === 'change' ? made : arrived, { interval: 10, timeout: 4000 })
      .then(() => clock?.abort(new DOMException('The time is over.', 'TimeoutError')));
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
    /** Has the requests of one step meet a blow from now on. */
    set(step: Step, blow: BlowName) {
      plan[step] = blow;
    },
    /** From now on all is well, and the person is signed in. */
    heal() {
      for (const step of Object.keys(plan)) delete plan[step as Step];
      portal.faults.length = 0;
      clocks = [];
      signedIn = sessionFetch(portal);
    },
  };
}

/** How many requests that ask for a change the portal has got. */
export const writes = (portal: LocalPortal) =>
  portal.requests.filter(({ method }) => method !== 'GET').length;

/** Waits until the portal has done what it does later. */
export async function untilDone(done: () => boolean): Promise<void> {
  await vi.waitUntil(done, { interval: 5, timeout: 4000 });
}
