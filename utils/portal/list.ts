import { readIds } from './envelope';
import { hasKind, PortalError } from './errors';
import type { Http } from './http';
import { API_BASES, type KeyRoutes, withQuery } from './key-routes';
import { type ApiKey, readListing } from './schema';

/** Nobody's keys fill this many pages; a portal that announces more is counting wrongly. */
const MAX_PAGES = 100;
/** People belong to few organizations, and each one tried is a request. */
const MAX_ORGANIZATIONS = 5;

/** A person's keys, and what reading them showed. */
export interface Listing {
  keys: ApiKey[];
  /** where they were read, with the name field and the organization that the answers revealed */
  routes: KeyRoutes;
  /** whether the list shows when and from where its entries were last used */
  showsUse: boolean;
}

/**
 * Reads all of a person's keys, page by page if the portal uses pages. If the portal requires an
 * organization, the person's organizations are tried one after another.
 * @param routes where to read; they need not be known to hold keys
 * @throws PortalError; `unrecognised` if the answer is not a list of keys
 */
export async function listKeys(http: Http, routes: KeyRoutes): Promise<Listing> {
  try {
    return await readPages(http, routes);
  } catch (thrown) {
    if (routes.orgId || !asksForOrganization(thrown)) throw thrown;
    for (const orgId of await organizations(http)) {
      try {
        return await readPages(http, { ...routes, orgId });
      } catch (refused) {
        if (!hasKind(refused, ...INCOMPLETE)) throw refused;
      }
    }
    throw thrown;
  }
}

async function readPages(http: Http, routes: KeyRoutes): Promise<Listing> {
  const read = async (query: Record<string, string>) =>
    readListing(await http.request('get', withQuery(routes.list, routes, query)));
  const first = await read({});
  const keys = new Map(first.keys.map((key) => [key.id, key]));
  const size = String(keys.size);
  for (let page = 2; keys.size < first.total && keys.size > 0 && page <= MAX_PAGES; page++) {
    const before = keys.size;
    const next = await read({ page_number: String(page), page_size: size });
    for (const key of next.keys) keys.set(key.id, key);
    if (keys.size === before) break;
  }
  const nameField = routes.nameField ?? first.nameField;
  return {
    keys: [...keys.values()],
    routes: { ...routes, ...(nameField ? { nameField } : {}) },
    showsUse: first.showsUse,
  };
}

/** The problems with which a portal refuses an incomplete request. */
const INCOMPLETE = ['rejected', 'forbidden'] as const;

/** Such a refusal names the organization, or is a plain 400. */
const asksForOrganization = (thrown: unknown) =>
  hasKind(thrown, ...INCOMPLETE) &&
  (/\borg/i.test(thrown.problem.detail ?? '') || thrown.problem.status === 400);

async function organizations(http: Http): Promise<string[]> {
  for (const base of API_BASES) {
    try {
      const found = readIds(await http.request('get', `${base}/organizations`));
      if (found.length > 0) return found.slice(0, MAX_ORGANIZATIONS);
    } catch (thrown) {
      if (!(thrown instanceof PortalError)) throw thrown;
    }
  }
  return [];
}
