import { hasKind, PortalError } from '../portal/errors';
import type { Http } from '../portal/http';
import type { Transport } from './open-transport';

/** What is known about a session's carriers. It is remembered until the window or the background ends. */
export interface CarrierChoice {
  /** whether a tab had the session last */
  viaTab: boolean;
  /** the paths that the extension's own requests could read */
  readDirectly: Set<string>;
}

/** What is known at first. */
export const unknownChoice = (): CarrierChoice => ({ viaTab: false, readDirectly: new Set() });

/**
 * Sends a session's requests through the carrier that has the session: the extension's own requests, or an
 * open tab of the portal if those do not carry its cookies (partitioned cookies, private windows,
 * containers).
 * @param choice which carrier to try first; updated after each answer
 */
export function createSessionHttp(
  { direct, viaTab }: Pick<Transport, 'direct' | 'viaTab'>,
  choice: CarrierChoice,
): Http {
  /**
   * Yields the carrier that had the session last, then the other one. If the extension's own requests could
   * read a path before, they alone can say that the session has ended: signing out replaces the tab's page,
   * and with it any request in it.
   */
  async function* carriers(path: string): AsyncGenerator<Http> {
    if (!choice.viaTab && direct) {
      yield direct;
      if (choice.readDirectly.has(path)) return;
    }
    const tab = await viaTab();
    if (tab) yield tab;
    if (choice.viaTab && direct) yield direct;
  }

  return {
    async request(method, path, body) {
      let refused: unknown = new PortalError({ kind: 'signed-out' });
      for await (const carrier of carriers(path)) {
        try {
          const answer = await carrier.request(method, path, body);
          choice.viaTab = carrier !== direct;
          if (method === 'get' && carrier === direct) choice.readDirectly.add(path);
          return answer;
        } catch (thrown) {
          // A change is never sent twice, so only reads may try the other carrier.
          if (method !== 'get' || !lacksSession(thrown)) throw thrown;
          refused = thrown;
        }
      }
      throw refused;
    },
  };
}

/** Some portals answer 403, not 401, when nobody is signed in. */
const lacksSession = (thrown: unknown) => hasKind(thrown, 'signed-out', 'forbidden');
