import { isRecord } from '../record';
import type { KeyRoutes } from './key-routes';
import { createSchemas, type Schemas } from './openapi-schema';

type Item = Record<string, unknown>;
type PathItem = [path: string, item: Item];

/** How people write about API keys, in the words of one operation. */
const API_KEY = /\bapi (?:access )?(?:key|credential|token)s?\b/;

/** The parameter that says whose keys they are: the only one that can be filled in. */
const USER_PARAMETER = /(\/users?\/)\{[^}]+\}/i;

/**
 * Finds the places in an OpenAPI 3 document that may list API keys. Paths, summaries and names count,
 * because their exact spelling is up to the portal's authors.
 * @param document any JSON
 * @param api the API's host: relative servers are on it, and routes on another host are full URLs
 * @returns the most likely routes first, with any user parameter still in them (see `routesForUser`);
 *   none if it is no such document
 */
export function readOpenApi(document: unknown, api: string): KeyRoutes[] {
  if (!isRecord(document) || !isRecord(document.paths)) return [];
  const paths = Object.entries(document.paths).filter((entry): entry is PathItem =>
    isRecord(entry[1]),
  );
  const schemas = createSchemas(document);
  const itemOf = indexItems(paths);
  return paths
    .filter(([path, item]) => isRecord(item.get) && !path.replace(USER_PARAMETER, '').includes('{'))
    .map(([path, item]) => ({ path, item, score: score(schemas, path, item) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ path, item }) => {
      const base = serverPath(item, api) ?? serverPath(document, api) ?? '';
      return routesOf(schemas, base, [path, item], itemOf.get(path));
    })
    .filter(({ list }) => URL.canParse(list, api));
}

/**
 * Fills the user parameter of routes.
 * @param routes as `readOpenApi` returns them; those without a user parameter stay as they are
 * @param user a user's id, or `me`
 */
export function routesForUser(routes: KeyRoutes, user: string): KeyRoutes {
  const list = routes.list.replace(
    USER_PARAMETER,
    (_, before: string) => before + encodeURIComponent(user),
  );
  // The key comes directly below the list, whatever parameters a document names there.
  return { ...routes, list, item: `${list.replace(/\/$/, '')}/{id}` };
}

/** Servers belong to the whole document or to one path (OpenAPI 3.0.3, Path Item Object). */
function serverPath({ servers }: Item, api: string): string | null {
  const [server] = Array.isArray(servers) ? servers : [];
  if (!isRecord(server) || typeof server.url !== 'string') return null;
  if (!URL.canParse(server.url, api)) return null;
  const url = new URL(server.url, api);
  const path = url.pathname.replace(/\/$/, '');
  return url.origin === api ? path : url.origin + path;
}

/** Two for keys that can be generated there, one for keys that can only be listed, zero for no keys. */
function score(schemas: Schemas, path: string, item: Item): number {
  const operations = [item.get, item.post].filter(isRecord);
  const texts = operations.flatMap(({ operationId, summary, tags, responses }) => [
    operationId,
    summary,
    ...(Array.isArray(tags) ? tags : []),
    schemaName(responses),
  ]);
  const isAboutKeys = [path, ...texts].some(
    (text) => typeof text === 'string' && API_KEY.test(words(text)),
  );
  if (!isAboutKeys && !schemas.nameLastUse(isRecord(item.get) ? item.get.responses : null)) {
    return 0;
  }
  return isRecord(item.post) ? 2 : 1;
}

/** `listApiKeys`, `/api-keys` and `api_keys` all contain the words "api keys". */
function words(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/apikey/gi, 'api key')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase();
}

function schemaName(responses: unknown): string | undefined {
  const match = JSON.stringify(responses ?? '').match(/#\/components\/schemas\/([^"]+)"/);
  return match?.[1];
}

/** Finds for each path the one that continues it with a single parameter. */
function indexItems(paths: PathItem[]): Map<string, PathItem> {
  return new Map(
    paths.flatMap((entry): [string, PathItem][] => {
      const list = /^(.+)\/\{[^/{}]+\}$/.exec(entry[0])?.[1];
      return list === undefined ? [] : [[list, entry]];
    }),
  );
}

function routesOf(
  schemas: Schemas,
  base: string,
  [path, item]: PathItem,
  [, one]: PathItem | [] = [],
): KeyRoutes {
  const verb = one && (['patch', 'put'] as const).find((method) => isRecord(one[method]));
  const nameField = nameIn(schemas, item.post) ?? (verb && nameIn(schemas, one?.[verb]));
  return {
    list: base + path,
    item: `${(base + path).replace(/\/$/, '')}/{id}`,
    ...(verb ? { renameVerb: verb } : {}),
    ...(nameField ? { nameField } : {}),
    from: 'openapi',
  };
}

const nameIn = (schemas: Schemas, operation: unknown) =>
  isRecord(operation) ? schemas.nameProperty(operation.requestBody) : undefined;
