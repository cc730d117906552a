import { hasKind, PortalError } from '../portal/errors';
import type { Http } from '../portal/http';

/** Which way has last led to a session; kept for as long as the window lives. */
export interface SessionChoice {
  viaTab: boolean;
}

/**
 * Sends requests in the browser's ordinary session or, where the extension's pages have none, through an
 * open tab of the portal: some sessions belong to a tab alone (partitioned cookies, private windows).
 * @param direct the extension's own requests; `null` when the person looks at a tab with a session of its own
 * @param viaTab gives the way through an open tab, or `null` when there is none
 */
export function createSessionHttp(
  direct: Http | null,
  viaTab: () => Promise<Http | null>,
  choice: SessionChoice,
): Http {
  /** The ways there are, the one that led to a session before first. */
  async function* ways(): AsyncGenerator<Http> {
    if (!choice.viaTab && direct) yield direct;
    const tab = await viaTab();
    if (tab) yield tab;
    if (choice.viaTab && direct) yield direct;
  }

  return {
    async request(method, path, body) {
      let refused: unknown = new PortalError({ kind: 'signed-out' });
      for await (const way of ways()) {
        try {
          const answer = await way.request(method, path, body);
          choice.viaTab = way !== direct;
          return answer;
        } catch (thrown) {
          // A change is never sent a second way: only reading finds out which session there is.
          if (method !== 'get' || !lacksSession(thrown)) throw thrown;
          refused = thrown;
        }
      }
      throw refused;
    },
  };
}

/** Some portals answer 403 to somebody whom they do not know. */
const lacksSession = (thrown: unknown) => hasKind(thrown, 'signed-out', 'forbidden');
