import type { CsrfPair } from '../portal/csrf';
import { createHttp, type Http } from '../portal/http';
import { OPENAPI_PATH } from '../portal/key-routes';
import { discoveries, type Portal } from '../stored/portals';
import { csrfHeadersIn } from './csrf';
import { effectivePortal } from './effective-portal';
import { mayRelay } from './tab-allowlist';
import { fetchThrough } from './tab-fetch';

/**
 * Sends requests from an open tab of a portal, as far as they are about its keys.
 * @param tabId the tab, which has to show the portal
 * @param csrf the CSRF cookies to look for
 */
export function tabHttp(tabId: number, portal: Portal, csrf: readonly CsrfPair[]): Http {
  const { origin, apiOrigin: api = origin } = portal;
  const may = async (method: string, url: URL) => {
    // Where the API has a host of its own, nothing but the OpenAPI document is needed of the portal's.
    if (url.origin !== api) return method === 'GET' && url.href === origin + OPENAPI_PATH;
    // Read anew: a search proposes paths while it goes on.
    const { [origin]: discovery } = await discoveries.getValue();
    const { routes, confirmed, candidates } = effectivePortal(portal, discovery);
    return mayRelay(method, url.pathname, { routes: confirmed ? routes : undefined, candidates });
  };
  const headers = () => csrfHeadersIn(tabId, origin, csrf);
  return createHttp(api, fetchThrough(tabId, origin, may), headers, origin);
}
