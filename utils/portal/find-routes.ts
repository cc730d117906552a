import { readIds } from './envelope';
import { hasKind, PortalError } from './errors';
import type { Http } from './http';
import {
  API_BASES,
  type KeyRoutes,
  OPENAPI_PATH,
  PLAUSIBLE_PATHS,
  type RouteSource,
  routesAt,
} from './key-routes';
import { type Listing, listKeys } from './list';
import { readOpenApi, routesForUser } from './openapi';

/** Problems of a single path. Any other concerns the whole portal and ends the search. */
const PATH_PROBLEMS = ['not-found', 'unrecognised', 'forbidden', 'rejected'] as const;

/** A path with one of these words needs no other evidence that it holds keys. */
const NAMES_KEYS = /api[-_]?(key|credential)s?|credentials/i;

/** Keys of the signed-in user; not every portal understands `me` in place of an id. */
const OF_SIGNED_IN_USER = /\/users?\/me\//i;

/** What a search starts from. */
export interface Clues {
  /** the portal's origin */
  origin: string;
  /** the origin of its API: the portal's own, unless the person agreed to another one */
  api: string;
  /** API addresses that the portal's page requested: paths on the portal, or URLs elsewhere */
  seen?: string[] | undefined;
  /** the endpoint that the portal's page shows */
  endpoint?: string | undefined;
  /** whether the person may be asked to agree to another host */
  mayOffer(origin: string): boolean;
  /** receives the paths from the portal's document before the first of them is requested */
  propose(paths: string[]): Promise<void>;
}

/**
 * Finds where a portal keeps its keys. It tries, one by one and with GET alone: what the portal's page
 * requested, what its OpenAPI document describes, and common paths. The first answer that reads as a
 * list of keys ends the search. No host is contacted except the portal's and the one agreed to.
 * @param http sends the requests, with the session
 * @returns the keys, and the routes where they were found
 * @throws PortalError `not-found` if there is no list of keys, `api-elsewhere` if there is none but
 *   the clues lead to another host, or the problem that ended the search
 */
export async function findKeys(http: Http, clues: Clues): Promise<Listing> {
  const fromPage = await firstAt(http, pathsSeen(clues), 'page');
  if (fromPage) return fromPage;
  const documented = await readDocument(http, clues);
  const found =
    (await firstDocumented(http, clues, documented)) ??
    (await firstAt(http, PLAUSIBLE_PATHS, 'probe'));
  if (found) return found;
  const apiOrigin = otherHost(clues, documented);
  throw new PortalError(apiOrigin ? { kind: 'api-elsewhere', apiOrigin } : { kind: 'not-found' });
}

const urlsSeen = ({ seen = [], origin }: Clues) => seen.map((address) => new URL(address, origin));

/** The paths on the API's host that the page requested, those that name keys first. */
function pathsSeen(clues: Clues): string[] {
  return urlsSeen(clues)
    .filter(({ origin }) => origin === clues.api)
    .map(({ pathname }) => pathname)
    .sort((one, other) => Number(NAMES_KEYS.test(other)) - Number(NAMES_KEYS.test(one)));
}

/** The other host that the clues lead to, unless the person has already agreed to one. */
function otherHost(clues: Clues, documented: KeyRoutes[]): string | undefined {
  const { origin, api, endpoint, mayOffer } = clues;
  if (api !== origin) return undefined;
  return [
    ...urlsSeen(clues).filter(({ pathname }) => NAMES_KEYS.test(pathname)),
    ...documented.map(({ list }) => new URL(list, api)),
    ...(endpoint ? [new URL(endpoint)] : []),
  ]
    .map((url) => url.origin)
    .find((other) => other !== origin && mayOffer(other));
}

/** The routes in the portal's document, which may be on the portal's host even if its API is elsewhere. */
async function readDocument(http: Http, { api, origin }: Clues): Promise<KeyRoutes[]> {
  for (const host of new Set([api, origin])) {
    const document = await unlessPathProblem(http.request('get', host + OPENAPI_PATH));
    const routes = readOpenApi(document, api);
    if (routes.length > 0) return routes;
  }
  return [];
}

async function firstDocumented(
  http: Http,
  { propose }: Clues,
  documented: KeyRoutes[],
): Promise<Listing | null> {
  const ask = async (user: string) => {
    const candidates = documented
      .map((routes) => routesForUser(routes, user))
      .filter(({ list }) => list.startsWith('/'));
    await propose(candidates.map(({ list }) => list));
    return firstOf(http, candidates);
  };
  const found = await ask('me');
  const mayNeedId = documented.some((routes) =>
    OF_SIGNED_IN_USER.test(routesForUser(routes, 'me').list),
  );
  if (found || !mayNeedId) return found;
  const id = await ownId(http);
  return id ? ask(id) : null;
}

/**
 * The signed-in user's id, if the portal says. People who may read all users see several, and trying
 * each of them could show somebody else's keys.
 */
async function ownId(http: Http): Promise<string | null> {
  for (const base of API_BASES) {
    const ids = readIds(await unlessPathProblem(http.request('get', `${base}/users`)));
    if (ids.length > 0) return ids.length === 1 ? (ids[0] ?? null) : null;
  }
  return null;
}

const firstAt = (http: Http, paths: readonly string[], from: RouteSource) =>
  firstOf(
    http,
    paths.map((path) => routesAt(path, from)),
  );

async function firstOf(http: Http, candidates: KeyRoutes[]): Promise<Listing | null> {
  for (const candidate of candidates) {
    const listing = await unlessPathProblem(listKeys(http, candidate));
    if (listing && areKeys(listing)) return listing;
  }
  return null;
}

/** A portal's page requests many lists of named things, so a path from there needs a sign of keys. */
const areKeys = ({ routes, showsUse }: Listing) =>
  routes.from !== 'page' || NAMES_KEYS.test(routes.list) || showsUse;

async function unlessPathProblem<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (thrown) {
    if (hasKind(thrown, ...PATH_PROBLEMS)) return null;
    throw thrown;
  }
}
