import { createHttp, type Http } from '../portal/http';
import { OPENAPI_PATH } from '../portal/key-routes';
import { discoveries, type PortalOverrides } from '../stored/portals';
import { csrfHeadersIn } from './csrf';
import { mayRelay } from './tab-allowlist';
import { fetchThrough } from './tab-fetch';

/**
 * Carries requests in the session of an open tab of a portal, as far as they are about its keys.
 * @param origin the portal, which the tab has to show
 */
export function tabHttp(tabId: number, origin: string, set: PortalOverrides): Http {
  const api = set.apiOrigin ?? origin;
  const may = async (method: string, url: URL) => {
    // Of the portal's own host nothing but its document is needed where the API has another one.
    if (url.origin !== api) return method === 'GET' && url.href === origin + OPENAPI_PATH;
    const { [origin]: known = {} } = await discoveries.getValue();
    const { routes, seen = [], documented = [] } = known;
    const candidates = [
      ...seen.map((address) => new URL(address, origin)),
      ...[...documented, set.keysPath ?? ''].map((path) => new URL(path, api)),
    ]
      .filter((candidate) => candidate.origin === api)
      .map(({ pathname }) => pathname);
    return mayRelay(method, url.pathname, { routes, candidates });
  };
  const csrf = () => csrfHeadersIn(tabId, origin, set);
  return createHttp(api, fetchThrough(tabId, origin, may), csrf, origin);
}
