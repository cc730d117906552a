import { hasKind, PortalError } from '../portal/errors';
import type { Http } from '../portal/http';
import type { Transport } from './open-transport';

/** Which carrier had the session last; remembered for as long as the window or the background lives. */
export interface CarrierChoice {
  viaTab: boolean;
}

/**
 * Sends a session's requests by whichever carrier has the session: the extension's own requests or, where
 * those have none, an open tab of the portal (partitioned cookies, private windows, containers).
 */
export function createSessionHttp(
  { direct, viaTab }: Pick<Transport, 'direct' | 'viaTab'>,
  choice: CarrierChoice,
): Http {
  /** The carriers, the one that had the session last before the other. */
  async function* carriers(): AsyncGenerator<Http> {
    if (!choice.viaTab && direct) yield direct;
    const tab = await viaTab();
    if (tab) yield tab;
    if (choice.viaTab && direct) yield direct;
  }

  return {
    async request(method, path, body) {
      let refused: unknown = new PortalError({ kind: 'signed-out' });
      for await (const carrier of carriers()) {
        try {
          const answer = await carrier.request(method, path, body);
          choice.viaTab = carrier !== direct;
          return answer;
        } catch (thrown) {
          // A change is never sent twice: only reads find out which carrier has the session.
          if (method !== 'get' || !lacksSession(thrown)) throw thrown;
          refused = thrown;
        }
      }
      throw refused;
    },
  };
}

/** Some portals answer 403 to a stranger. */
const lacksSession = (thrown: unknown) => hasKind(thrown, 'signed-out', 'forbidden');
