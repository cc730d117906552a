/**
 * Where a portal may keep its API keys. The real place is not public, so these follow the bases and
 * the spelling of the resources that are documented; they are only ever asked with GET.
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

/** Where a portal publishes its own description (seen in a public generator of its client libraries). */
export const OPENAPI_PATH = '/rest/docs/api/v3/openapi.json';

/** The documented bases of the API, newest first. */
export const API_BASES = ['/api/v2', '/api/v1', '/rest'] as const;

/** Where the routes were learned. */
export type RouteSource = 'set' | 'page' | 'openapi' | 'probe';

/** Where a portal keeps its keys, and how it wants to be spoken to there. */
export interface KeyRoutes {
  /** lists with GET, generates with POST; a path on the API's host */
  list: string;
  /** one key, with `{id}` in its place */
  item: string;
  /** the verb that renames; PUT until the portal's document or a 405 says otherwise */
  renameVerb?: 'put' | 'patch';
  /** what a key's name is called in requests; `name` unless the portal says otherwise */
  nameField?: string;
  /** the organization, for a portal that wants to be told */
  orgId?: string;
  from: RouteSource;
}

/** Gives the routes of a list whose keys are addressed in the usual way. */
export function routesAt(list: string, from: RouteSource): KeyRoutes {
  return { list, item: `${list.replace(/\/$/, '')}/{id}`, from };
}
