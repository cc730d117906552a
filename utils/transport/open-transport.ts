import { ownStore, portalTab } from '../browser/tabs';
import type { CsrfPair } from '../portal/csrf';
import { createHttp, type Http } from '../portal/http';
import type { PortalSession } from '../portal/session';
import type { Portal } from '../stored/portals';
import { csrfHeadersFromStore } from './csrf';
import { effectivePortal } from './effective-portal';

/** The ways to send requests in one session. */
export interface Transport {
  /** sends the extension's own requests; `null` if those use another cookie store */
  direct: Http | null;
  /** returns a way to send requests from an open tab of the session, or `null` if there is none */
  viaTab(): Promise<Http | null>;
  /** the CSRF cookies to look for, each with its header */
  csrf: readonly CsrfPair[];
}

/**
 * Finds the ways to send requests in a session. The extension's own requests carry the cookies of one
 * store; only an open tab can use those of another.
 */
export function openTransport({ origin, store }: PortalSession, portal: Portal): Transport {
  const { api, csrf } = effectivePortal(portal);
  return {
    direct:
      store === ownStore()
        ? createHttp(api, fetch, () => csrfHeadersFromStore(origin, csrf), origin)
        : null,
    async viaTab() {
      const tab = await portalTab(origin, store);
      // Few sessions need a tab, so windows do not load this code up front.
      return tab === null ? null : (await import('./tab-http')).tabHttp(tab, portal, csrf);
    },
    csrf,
  };
}
