import { hasKind, PortalError } from './errors';
import type { Http } from './http';
import { API_BASES, type KeyRoutes } from './key-routes';
import { type ApiKey, nameFieldOf, readIds, readKeys, recordCount, showsUse } from './schema';

/** So many pages hold any person's keys; a portal that gives more is not counting right. */
const MAX_PAGES = 100;
/** A person belongs to few organizations, and each one asked for is a request. */
const MAX_ORGANIZATIONS = 5;

/** A person's keys, as they were read. */
export interface Listing {
  keys: ApiKey[];
  /** where they were read, with what the reading has taught */
  routes: KeyRoutes;
  /** whether the list shows where and when its entries were last used */
  showsUse: boolean;
}

/**
 * Reads all of a person's keys, page by page where the portal gives them so, naming the organization
 * where it wants that.
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
        if (!hasKind(refused, ...WANTING)) throw refused;
      }
    }
    throw thrown;
  }
}

async function readPages(http: Http, routes: KeyRoutes): Promise<Listing> {
  const get = (query: Record<string, string>) => http.request('get', withQuery(routes, query));
  const first = await get({});
  const keys = new Map(readKeys(first).map((key) => [key.id, key]));
  const total = recordCount(first);
  const size = String(keys.size);
  for (let page = 2; keys.size < total && keys.size > 0 && page <= MAX_PAGES; page++) {
    const known = keys.size;
    const next = readKeys(await get({ page_number: String(page), page_size: size }));
    for (const key of next) keys.set(key.id, key);
    if (keys.size === known) break;
  }
  const nameField = routes.nameField ?? nameFieldOf(first);
  return {
    keys: [...keys.values()],
    routes: { ...routes, ...(nameField ? { nameField } : {}) },
    showsUse: showsUse(first),
  };
}

function withQuery({ list, orgId }: KeyRoutes, query: Record<string, string>): string {
  const all = new URLSearchParams({ ...(orgId ? { org_id: orgId } : {}), ...query });
  return all.size > 0 ? `${list}?${all}` : list;
}

/** How a portal refuses a request that lacks something. */
const WANTING = ['rejected', 'forbidden'] as const;

/** A refusal for want of an organization says so, or says nothing but that the request is incomplete. */
const asksForOrganization = (thrown: unknown) =>
  hasKind(thrown, ...WANTING) &&
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
