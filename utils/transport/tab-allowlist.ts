import { API_BASES, type KeyRoutes, OPENAPI_PATH, PLAUSIBLE_PATHS } from '../portal/key-routes';

/** What the portal's tab knows of the place of the keys. */
export interface RelayKnowledge {
  /** have answered with a list of keys */
  routes: KeyRoutes | undefined;
  /** may turn out to: set by the person, or asked for by the portal's own page */
  candidates: string[];
}

/** Beside the keys: whose they are, which organization, and how far a change is. */
const BESIDE = /^\/(?:users|organizations|tasks\/[^/]+)$/;

/**
 * Tells whether a tab may send a request for the extension: reading where keys may be, and changing
 * them where they were seen to be. Anything else of the portal stays out of reach.
 * @param path on the portal, normalised
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
    return readable.includes(path) || API_BASES.some((base) => isBeside(path, base));
  }
  if (!routes) return false;
  if (method === 'POST') return path === routes.list;
  return ['PUT', 'PATCH', 'DELETE'].includes(method) && isItem(path, routes.item);
}

const isBeside = (path: string, base: string) =>
  path.startsWith(base) && BESIDE.test(path.slice(base.length));

function isItem(path: string, template: string): boolean {
  const [before = '', after = ''] = template.split('{id}');
  const id = path.slice(before.length, path.length - after.length);
  return path === before + id + after && /^[^/]+$/.test(id);
}
