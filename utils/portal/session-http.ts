import { PortalError } from './errors';
import type { Http } from './http';

/**
 * Sends requests in the browser's ordinary session or, where the extension's pages have none, through an
 * open tab of the portal: some sessions belong to a tab alone (partitioned cookies, private windows).
 * @param direct the extension's own requests; `null` when the person looks at a tab with a session of its own
 * @param viaTab gives the way through an open tab, or `null` when there is none
 */
export function createSessionHttp(direct: Http | null, viaTab: () => Promise<Http | null>): Http {
  let chosen = direct;
  return {
    async request(method, path, body) {
      if (!chosen) chosen = await viaTab();
      if (!chosen) throw new PortalError({ kind: 'signed-out' });
      try {
        return await chosen.request(method, path, body);
      } catch (thrown) {
        // A change is never sent a second way: only reading finds out which session there is.
        if (chosen !== direct || method !== 'get' || !isSignedOut(thrown)) throw thrown;
        const other = await viaTab();
        if (!other) throw thrown;
        const answer = await other.request(method, path, body);
        chosen = other;
        return answer;
      }
    },
  };
}

const isSignedOut = (thrown: unknown) =>
  thrown instanceof PortalError && thrown.problem.kind === 'signed-out';
