/**
 * Where a portal may keep its API keys. The real paths are not public, so these combine the documented
 * API bases with the documented spelling of resources. A search only ever sends GET to them.
 */
export const PLAUSIBLE_PATHS = [
  '/rest/api_keys',
  '/rest/apiKeys',
  '/api/v2/api_keys',
  '/api/v2/apiKeys',
  '/api/v1/api_keys',
  '/api/v1/apiKeys',
  '/rest/users/me/api_keys',
  '/api/v2/users/me/api_keys',
] as const;

/** Where a portal publishes its OpenAPI document (as used by a public generator of client libraries). */
export const OPENAPI_PATH = '/rest/docs/api/v3/openapi.json';

/** The documented bases of the API, newest first. */
export const API_BASES = ['/api/v2', '/api/v1', '/rest'] as const;

/** How the routes were found. */
export type RouteSource = 'set' | 'page' | 'openapi' | 'probe';

/** Where a portal keeps its keys, and the form its requests take. */
export interface KeyRoutes {
  /** GET lists the keys, POST generates one; a path on the API's host */
  list: string;
  /** the path of one key, with `{id}` in place of its id */
  item: string;
  /** the HTTP method for renaming; PUT until the portal's document or a 405 says otherwise */
  renameVerb?: 'put' | 'patch';
  /** the field for a key's name in requests; `name` unless the portal uses another one */
  nameField?: string;
  /** the organization to name in requests, if the portal requires one */
  orgId?: string;
  from: RouteSource;
}

/**
 * Returns routes whose keys are at `list/{id}`.
 * @param list the path of the list, with or without a slash at its end
 * @param from how that path was found
 */
export function routesAt(list: string, from: RouteSource): KeyRoutes {
  return { list, item: `${list.replace(/\/$/, '')}/{id}`, from };
}

/**
 * Adds a query to a path, with the organization if the portal requires one.
 * @param path a path without a query
 * @param routes where the organization is taken from
 * @param query further parameters, not yet encoded
 */
export function withQuery(
  path: string,
  { orgId }: KeyRoutes,
  query: Record<string, string> = {},
): string {
  const all = new URLSearchParams({ ...(orgId ? { org_id: orgId } : {}), ...query });
  return all.size > 0 ? `${path}?${all}` : path;
}
