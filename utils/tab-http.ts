import { csrfHeadersIn } from './cookies';
import { createHttp, type Http } from './portal/http';
import { mayRelay } from './portal/relay-rule';
import { fetchThrough } from './relay';
import { discoveries, type PortalOverrides } from './settings';

/**
 * Carries requests in the session of an open tab of a portal, as far as they are about its keys.
 * @param origin the portal, which the tab has to show
 */
export function tabHttp(tabId: number, origin: string, set: PortalOverrides): Http {
  const may = async (method: string, { pathname }: URL) => {
    const { [origin]: known = {} } = await discoveries.getValue();
    const { routes, seen = [], documented = [] } = known;
    const candidates = [...seen, ...documented, set.keysPath ?? ''];
    return mayRelay(method, pathname, { routes, candidates });
  };
  return createHttp(origin, fetchThrough(tabId, origin, may), () =>
    csrfHeadersIn(tabId, origin, set),
  );
}
