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
import { readOpenApi } from './openapi';
import { readIds } from './schema';

/** Problems that say something of one path; any other holds for the whole portal and ends the search. */
const OF_ONE_PATH = ['not-found', 'unrecognised', 'forbidden', 'rejected'] as const;

/** A path that says what it holds needs no further sign. */
const TELLING = /api[-_]?(key|credential)s?|credentials/i;

/** Where a portal's keys are sought, and what is known before. */
export interface Clues {
  /** the portal */
  origin: string;
  /** the API's host: the portal's own, unless its person agreed to another one */
  api: string;
  /** the API addresses that the portal's own page asked for: paths on the portal, or URLs elsewhere */
  seen?: string[] | undefined;
  /** the endpoint that the portal's own page shows */
  endpoint?: string | undefined;
  /** tells whether a person may be asked to agree to another host */
  mayOffer(origin: string): boolean;
  /** is told the paths that the portal's document gives, before any of them is asked */
  propose(paths: string[]): Promise<void>;
}

/**
 * Finds where the portal keeps its keys, with GETs alone, one after the other: what its own page was
 * seen to ask for, then its OpenAPI document, then a few plausible paths. It stops at the first answer
 * that reads as a list of keys. No host is asked but the portal's and the one that was agreed to.
 * @throws PortalError `not-found` when none does, `api-elsewhere` when there are clues to another host,
 *   or the problem that ended the search
 */
export async function findKeys(http: Http, clues: Clues): Promise<Listing> {
  const ask = (paths: readonly string[], from: RouteSource) =>
    firstOf(
      http,
      paths.map((path) => routesAt(path, from)),
    );
  const seen = seenOn(clues)
    .filter((url) => url.origin === clues.api)
    .map(({ pathname }) => pathname)
    .sort((one, other) => Number(TELLING.test(other)) - Number(TELLING.test(one)));
  const bySight = await ask(seen, 'page');
  if (bySight) return bySight;
  const document = await readDocument(http, clues);
  const found =
    (await firstDocumented(http, clues, document)) ?? (await ask(PLAUSIBLE_PATHS, 'probe'));
  if (found) return found;
  const apiOrigin = otherHost(clues, document);
  throw new PortalError(apiOrigin ? { kind: 'api-elsewhere', apiOrigin } : { kind: 'not-found' });
}

const seenOn = ({ seen = [], origin }: Clues) => seen.map((address) => new URL(address, origin));

/** Gives the other host that the clues lead to, unless the person has agreed to one already. */
function otherHost(clues: Clues, document: unknown): string | undefined {
  const { origin, api, endpoint, mayOffer } = clues;
  if (api !== origin) return undefined;
  return [
    ...seenOn(clues).filter(({ pathname }) => TELLING.test(pathname)),
    ...readOpenApi(document, api).map(({ list }) => new URL(list, api)),
    ...(endpoint ? [new URL(endpoint)] : []),
  ]
    .map((url) => url.origin)
    .find((other) => other !== origin && mayOffer(other));
}

/** The portal's document may be at its own host, wherever its API is. */
async function readDocument(http: Http, { api, origin }: Clues): Promise<unknown> {
  for (const host of new Set([api, origin])) {
    const document = await unlessElsewhere(http.request('get', host + OPENAPI_PATH));
    if (readOpenApi(document, api).length > 0) return document;
  }
  return null;
}

async function firstDocumented(
  http: Http,
  { api, propose }: Clues,
  document: unknown,
): Promise<Listing | null> {
  const ask = async (all: KeyRoutes[]) => {
    const candidates = all.filter(({ list }) => list.startsWith('/'));
    await propose(candidates.map(({ list }) => list));
    return firstOf(http, candidates);
  };
  const mine = readOpenApi(document, api);
  const found = await ask(mine);
  if (found || !mine.some(({ list }) => OWNED.test(list))) return found;
  const owner = await ownId(http);
  return owner ? ask(readOpenApi(document, api, owner)) : null;
}

/** Keys below a user; portals need not understand `me` in its place. */
const OWNED = /\/users?\/me\//i;

/**
 * Gives the id of who is signed in, where the portal tells: someone who may read all users sees several,
 * and trying each of them could show the keys of somebody else.
 */
async function ownId(http: Http): Promise<string | null> {
  for (const base of API_BASES) {
    const ids = readIds(await unlessElsewhere(http.request('get', `${base}/users`)));
    if (ids.length > 0) return ids.length === 1 ? (ids[0] ?? null) : null;
  }
  return null;
}

async function firstOf(http: Http, candidates: KeyRoutes[]): Promise<Listing | null> {
  for (const candidate of candidates) {
    const listing = await unlessElsewhere(listKeys(http, candidate));
    if (listing && areKeys(listing)) return listing;
  }
  return null;
}

/** A page asks for many lists of things with a name, so an address of its own needs a sign of keys. */
const areKeys = ({ routes, showsUse }: Listing) =>
  routes.from !== 'page' || TELLING.test(routes.list) || showsUse;

async function unlessElsewhere<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (thrown) {
    if (hasKind(thrown, ...OF_ONE_PATH)) return null;
    throw thrown;
  }
}
