import { createClient, type PortalClient } from '../../../utils/portal/client';
import { type Problem, problemOf } from '../../../utils/portal/errors';
import type { Clues } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { routesAt } from '../../../utils/portal/key-routes';
import type { LocalPortal } from '../../portal/server';

/** A test may replace the global `fetch`. */
const realFetch = globalThis.fetch;

/** Sends real requests with the portal's session cookie, as a browser does for the extension. */
export function sessionFetch(portal: LocalPortal, userName?: string): typeof fetch {
  const cookie = portal.signIn(userName);
  return (input, init) => {
    const request = new Request(input, init);
    request.headers.set('cookie', cookie);
    return realFetch(request);
  };
}

/** A client that knows where this portal keeps its keys. */
export function clientOf(portal: LocalPortal, fetch = sessionFetch(portal)): PortalClient {
  return createClient(createHttp(portal.origin, fetch), {
    routes: routesAt(portal.settings.keysPath, 'probe'),
    confirmed: true,
    find: () => Promise.reject(new Error('There is nothing to search for.')),
    remember: () => {},
  });
}

/** Clues for a search that knows only the paths the portal's page requested. */
export function cluesOf(origin: string, seen: string[] = []): Clues {
  return { origin, api: origin, seen, mayOffer: () => true, propose: async () => {} };
}

/** Returns the problem a promise is rejected with, and fails if it is not rejected. */
export async function problemFrom(promise: Promise<unknown>): Promise<Problem> {
  const thrown = await promise.then(
    () => new Error('This should have failed.'),
    (reason: unknown) => reason,
  );
  return problemOf(thrown);
}

/** The requests that reached the portal, such as `GET /rest/api_keys`. */
export const requestLines = (portal: LocalPortal) =>
  portal.requests.map(({ method, path }) => `${method} ${path}`);

/** Resets a portal for the next test. */
export function resetPortal(portal: LocalPortal): void {
  portal.settings.keysPath = '/rest/api_keys';
  portal.faults.length = 0;
  portal.seed(3);
  portal.requests.length = 0;
}
