import { PortalError } from './errors';
import type { Http } from './http';
import { readKeys } from './schema';

/**
 * Where a portal may keep its API keys. The real place is not public, so these follow the bases and
 * the spelling of the resources that are documented; they are only ever asked with GET.
 */
const PLAUSIBLE_PATHS = [
  '/rest/api_keys',
  '/rest/apiKeys',
  '/api/v2/api_keys',
  '/api/v2/apiKeys',
  '/api/v1/api_keys',
  '/api/v1/apiKeys',
  '/rest/users/me/api_keys',
  '/api/v2/users/me/api_keys',
] as const;

/** The documented bases of the API, newest first. */
export const API_BASES = ['/api/v2', '/api/v1', '/rest'] as const;

/** Problems that say something of one path; any other holds for the whole portal. */
const OF_ONE_PATH = new Set(['not-found', 'unrecognised', 'forbidden', 'rejected']);

/**
 * Finds where the portal keeps its keys: one path after the other, stopping at the first whose answer
 * reads as a list of keys.
 * @throws PortalError `not-found` when none does, or the problem that ended the search
 */
export async function findKeysPath(http: Http): Promise<string> {
  for (const path of PLAUSIBLE_PATHS) {
    try {
      readKeys(await http.request('get', path));
      return path;
    } catch (thrown) {
      if (!(thrown instanceof PortalError) || !OF_ONE_PATH.has(thrown.problem.kind)) throw thrown;
    }
  }
  throw new PortalError({ kind: 'not-found' });
}
