import { API_BASES, type KeyRoutes, OPENAPI_PATH, PLAUSIBLE_PATHS } from '../portal/key-routes';

/** What is known about where a portal keeps its keys. */
export interface RelayKnowledge {
  /** routes that have answered with a list of keys; `undefined` if none have */
  routes: KeyRoutes | undefined;
  /** paths where the keys may be: set by the person, documented, or requested by the portal's own page */
  candidates: string[];
}

/** What the client reads besides keys: the account, the organizations, and the progress of a change. */
const SUPPORTING = /^\/(?:users|organizations|tasks\/[^/]+)$/;

/**
 * Whether a tab may send a request for the extension. It may read where keys may be, and change keys where
 * a list of them was read. Nothing else on the portal is allowed.
 * @param method in upper case
 * @param path a normalised path on the API's host, without its query
 */
export function mayRelay(method: string, path: string, known: RelayKnowledge): boolean {
  const { routes, candidates } = known;
  if (method === 'GET') {
    const readable = [
      ...PLAUSIBLE_PATHS,
      OPENAPI_PATH,
      ...candidates,
      ...(routes ? [routes.list] : []),
    ];
    return readable.includes(path) || API_BASES.some((base) => isSupporting(path, base));
  }
  if (!routes) return false;
  if (method === 'POST') return path === routes.list;
  return ['PUT', 'PATCH', 'DELETE'].includes(method) && isItem(path, routes.item);
}

const isSupporting = (path: string, base: string) =>
  path.startsWith(base) && SUPPORTING.test(path.slice(base.length));

function isItem(path: string, template: string): boolean {
  const [before = '', after = ''] = template.split('{id}');
  const id = path.slice(before.length, path.length - after.length);
  return path === before + id + after && /^[^/]+$/.test(id);
}
