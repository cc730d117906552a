import type { CsrfPair } from '../portal/csrf';
import { createHttp, type Http } from '../portal/http';
import { OPENAPI_PATH } from '../portal/key-routes';
import { discoveries, type Portal } from '../stored/portals';
import { csrfHeadersFromTab } from './csrf';
import { effectivePortal } from './effective-portal';
import { mayRelay } from './tab-allowlist';
import { fetchThrough } from './tab-fetch';

/**
 * Returns what sends requests about keys from an open tab of a portal. Other requests are refused.
 * @param tabId a tab that shows the portal
 * @param csrf the CSRF cookies to look for, each with its header
 */
export function tabHttp(tabId: number, portal: Portal, csrf: readonly CsrfPair[]): Http {
  const { origin, apiOrigin: api = origin } = portal;
  const isAllowed = async (method: string, url: URL) => {
    // If the API has its own host, only the OpenAPI document is read from the portal's.
    if (url.origin !== api) return method === 'GET' && url.href === origin + OPENAPI_PATH;
    // Read each time, because a search in progress adds paths.
    const { [origin]: discovery } = await discoveries.getValue();
    const { routes, confirmed, candidates } = effectivePortal(portal, discovery);
    return mayRelay(method, url.pathname, { routes: confirmed ? routes : undefined, candidates });
  };
  const headers = () => csrfHeadersFromTab(tabId, origin, csrf);
  return createHttp(api, fetchThrough(tabId, origin, isAllowed), headers, origin);
}
