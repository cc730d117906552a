import { hasKind, PortalError } from './errors';
import type { Http } from './http';
import { API_BASES, type KeyRoutes, OPENAPI_PATH, PLAUSIBLE_PATHS, routesAt } from './key-routes';
import { type Listing, listKeys } from './list';
import { readOpenApi } from './openapi';
import { readIds } from './schema';

/** Problems that say something of one path; any other holds for the whole portal and ends the search. */
const OF_ONE_PATH = ['not-found', 'unrecognised', 'forbidden', 'rejected'] as const;

/** A path that says what it holds needs no further sign. */
const TELLING = /api[-_]?(key|credential)s?|credentials/i;

/**
 * Finds where the portal keeps its keys, with GETs alone, one after the other: what its own page was
 * seen to ask for, then its OpenAPI document, then a few plausible paths. It stops at the first answer
 * that reads as a list of keys.
 * @param seen the API addresses that the portal's own page asked for
 * @param propose is told the addresses that the document gives, before any of them is asked
 * @throws PortalError `not-found` when none does, or the problem that ended the search
 */
export async function findKeys(
  http: Http,
  origin: string,
  seen: string[],
  propose: (paths: string[]) => Promise<void> = async () => {},
): Promise<Listing> {
  const telling = [...seen].sort((a, b) => Number(TELLING.test(b)) - Number(TELLING.test(a)));
  const found =
    (await firstOf(
      http,
      telling.map((path) => routesAt(path, 'page')),
    )) ??
    (await firstDocumented(http, origin, propose)) ??
    (await firstOf(
      http,
      PLAUSIBLE_PATHS.map((path) => routesAt(path, 'probe')),
    ));
  if (!found) throw new PortalError({ kind: 'not-found' });
  return found;
}

async function firstDocumented(
  http: Http,
  origin: string,
  propose: (paths: string[]) => Promise<void>,
): Promise<Listing | null> {
  const document = await unlessElsewhere(http.request('get', OPENAPI_PATH));
  const ask = async (candidates: KeyRoutes[]) => {
    await propose(candidates.map(({ list }) => list));
    return firstOf(http, candidates);
  };
  const mine = readOpenApi(document, origin);
  const found = await ask(mine);
  if (found || !mine.some(({ list }) => OWNED.test(list))) return found;
  const owner = await ownId(http);
  return owner ? ask(readOpenApi(document, origin, owner)) : null;
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
