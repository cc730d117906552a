import { isRecord } from '../record';
import type { KeyRoutes } from './key-routes';
import { isNameField } from './schema';

type Node = Record<string, unknown>;

/** Words that an operation on a person's API keys has somewhere, however they are joined. */
const API_KEY = /\bapi (?:access )?(?:key|credential|token)s?\b/;

/** The one parameter that can be filled in: whose keys they are. */
const USER_PARAMETER = /(\/users?\/)\{[^}]+\}/i;

/**
 * Finds in an OpenAPI 3 document where API keys may be listed, the most telling first.
 * The names are whatever the portal's authors chose: the words around them count as well.
 * @param document anything; what is no such document gives nothing
 * @param api the API's host: relative servers are on it, and routes on another host are full URLs
 * @param owner takes the place of the parameter that names a user
 */
export function readOpenApi(document: unknown, api: string, owner = 'me'): KeyRoutes[] {
  if (!isRecord(document) || !isRecord(document.paths)) return [];
  const paths = Object.entries(document.paths).filter((entry): entry is [string, Node] =>
    isRecord(entry[1]),
  );
  return paths
    .filter(([path, item]) => isRecord(item.get) && /^[^{]*$/.test(fillUser(path, owner)))
    .map(([path, item]) => ({ path, item, score: score(document, path, item) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ path, item }) => {
      const base = serverPath(item, api) ?? serverPath(document, api) ?? '';
      return routesOf(document, base, path, item, paths);
    })
    .map((routes) => ({
      ...routes,
      list: fillUser(routes.list, owner),
      item: fillUser(routes.item, owner),
    }));
}

const fillUser = (path: string, owner: string) =>
  path.replace(USER_PARAMETER, (_, before: string) => before + encodeURIComponent(owner));

/** Servers may be named for the whole document or for one path (OpenAPI 3.0.3, Path Item Object). */
function serverPath({ servers }: Node, api: string): string | null {
  const [server] = Array.isArray(servers) ? servers : [];
  if (!isRecord(server) || typeof server.url !== 'string') return null;
  if (!URL.canParse(server.url, api)) return null;
  const url = new URL(server.url, api);
  const path = url.pathname.replace(/\/$/, '');
  return url.origin === api ? path : url.origin + path;
}

/** Two for keys that can be generated there, one for keys that are only listed, none for anything else. */
function score(document: Node, path: string, item: Node): number {
  const operations = [item.get, item.post].filter(isRecord);
  const said = operations.flatMap(({ operationId, summary, tags }) => [
    operationId,
    summary,
    ...(Array.isArray(tags) ? tags : []),
  ]);
  const names = operations.map((operation) => schemaName(operation));
  const telling = [path, ...said, ...names].some(
    (text) => typeof text === 'string' && API_KEY.test(words(text)),
  );
  if (!telling && !listsKeys(document, item.get)) return 0;
  return isRecord(item.post) ? 2 : 1;
}

/** `listApiKeys`, `/api-keys` and `api_keys` are all "api keys". */
function words(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/apikey/gi, 'api key')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase();
}

function schemaName(operation: Node): string | undefined {
  const match = JSON.stringify(operation.responses ?? '').match(/#\/components\/schemas\/([^"]+)"/);
  return match?.[1];
}

/** Entries with a last IP and a last activity are keys, whatever they are called. */
function listsKeys(document: Node, get: unknown): boolean {
  const text = JSON.stringify(expand(document, isRecord(get) ? get.responses : null));
  return /"last_?ip/i.test(text) && /"last_?(activity|used)/i.test(text);
}

function routesOf(
  document: Node,
  base: string,
  path: string,
  item: Node,
  paths: [string, Node][],
): KeyRoutes {
  const [onePath, one] =
    paths.find(([other]) => other.startsWith(`${path}/{`) && other.endsWith('}')) ?? [];
  const verb = one && (['patch', 'put'] as const).find((method) => isRecord(one[method]));
  const nameField = nameIn(document, item.post) ?? (verb && nameIn(document, one?.[verb]));
  return {
    list: base + path,
    item: base + (onePath?.replace(/\{[^}]+\}$/, '{id}') ?? `${path}/{id}`),
    ...(verb ? { renameVerb: verb } : {}),
    ...(nameField ? { nameField } : {}),
    from: 'openapi',
  };
}

/** Finds the property of a request that is the key's name: one of the usual ones, or the only text. */
function nameIn(document: Node, operation: unknown): string | undefined {
  if (!isRecord(operation)) return undefined;
  const texts = textProperties(expand(document, operation.requestBody));
  return texts.find(isNameField) ?? (texts.length === 1 ? texts[0] : undefined);
}

function textProperties(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(textProperties);
  if (!isRecord(schema)) return [];
  const own = isRecord(schema.properties)
    ? Object.entries(schema.properties).flatMap(([name, property]) =>
        isRecord(property) && property.type === 'string' ? [name] : [],
      )
    : [];
  const inner = Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties' ? [] : textProperties(value),
  );
  return [...new Set([...own, ...inner])];
}

/** References nest a few levels in practice; a document that refers to itself must not go on for ever. */
const MAX_DEPTH = 12;

/** Puts what is referred to in the place of each reference. */
function expand(document: Node, node: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(node)) return node.map((each) => expand(document, each, depth + 1));
  if (!isRecord(node)) return node;
  if (typeof node.$ref === 'string') {
    return expand(document, refer(document, node.$ref), depth + 1);
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, expand(document, value, depth + 1)]),
  );
}

function refer(document: Node, reference: string): unknown {
  if (!reference.startsWith('#/')) return null;
  return reference
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (node, part) => (isRecord(node) && Object.hasOwn(node, part) ? node[part] : null),
      document,
    );
}
