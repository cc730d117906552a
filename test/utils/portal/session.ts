import { createClient, type PortalClient } from '../../../utils/portal/client';
import { type Problem, problemOf } from '../../../utils/portal/errors';
import type { Clues } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { routesAt } from '../../../utils/portal/key-routes';
import type { LocalPortal } from '../../portal/server';

/** A test may put another `fetch` in the place of the global one. */
const realFetch = globalThis.fetch;

/** Sends real requests the way a browser does for the extension: with the portal's session cookie. */
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

/** Where to look for keys, with no more known than what the portal's page was seen to ask for. */
export function cluesOf(origin: string, seen: string[] = []): Clues {
  return { origin, api: origin, seen, mayOffer: () => true, propose: async () => {} };
}

/** Gives the problem that something failed with; that it did not fail is a failure too. */
export async function problemFrom(promise: Promise<unknown>): Promise<Problem> {
  const thrown = await promise.then(
    () => new Error('It was expected to fail, and did not.'),
    (reason: unknown) => reason,
  );
  return problemOf(thrown);
}

/** Every request that reached the portal, such as `GET /rest/api_keys`. */
export const asked = (portal: LocalPortal) =>
  portal.requests.map(({ method, path }) => `${method} ${path}`);

/** Makes a portal as new for the next test. */
export function refill(portal: LocalPortal): void {
  portal.settings.keysPath = '/rest/api_keys';
  portal.faults.length = 0;
  portal.seed(3);
  portal.requests.length = 0;
}
