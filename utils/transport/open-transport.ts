import { ownStore, portalTab } from '../browser/tabs';
import type { CsrfPair } from '../portal/csrf';
import { createHttp, type Http } from '../portal/http';
import type { PortalSession } from '../portal/session';
import type { Portal } from '../stored/portals';
import { csrfHeadersOf } from './csrf';
import { effectivePortal } from './effective-portal';

/** What can carry the requests of one session. */
export interface Transport {
  /** the extension's own requests; `null` for a session that they do not have */
  direct: Http | null;
  /** returns a carrier through an open tab of the portal in that session, or `null` when none is open */
  viaTab(): Promise<Http | null>;
  csrf: readonly CsrfPair[];
}

/**
 * Opens what carries the requests of a session. The extension's own requests have the cookies of one
 * store; those of any other are only used by its tabs.
 */
export function openTransport({ origin, store }: PortalSession, portal: Portal): Transport {
  const { api, csrf } = effectivePortal(portal);
  return {
    direct:
      store === ownStore()
        ? createHttp(api, fetch, () => csrfHeadersOf(origin, csrf), origin)
        : null,
    async viaTab() {
      const tab = await portalTab(origin, store);
      // Few sessions need a tab, so no window waits for this code.
      return tab === null ? null : (await import('./tab-http')).tabHttp(tab, portal, csrf);
    },
    csrf,
  };
}
