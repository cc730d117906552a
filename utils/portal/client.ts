import { type Account, findAccount } from './account';
import { generateKey, renameKey, revokeKey } from './changes';
import { hasKind } from './errors';
import type { Http } from './http';
import { createKnownRoutes, type Knowledge } from './known-routes';
import type { ApiKey, GeneratedKey } from './schema';

export type { Account, Knowledge };

/** The API keys of whoever is signed in to one portal. Every method throws a `PortalError`. */
export interface PortalClient {
  list(): Promise<ApiKey[]>;
  /** Sends one POST and never repeats it; `unknown-outcome` means that the key may exist anyway. */
  generate(name: string): Promise<GeneratedKey>;
  rename(id: string, name: string): Promise<void>;
  /** Safe to repeat: a key that is already gone counts as revoked. */
  revoke(id: string): Promise<void>;
  /** Who is signed in; `null` if the portal does not say. */
  account(): Promise<Account | null>;
}

/**
 * Creates a client for one portal's key API. It sends changes only to routes that have answered with a
 * list of keys.
 * @param http sends the requests, with the session
 * @param knowledge what is known about where the portal keeps its keys
 */
export function createClient(http: Http, knowledge: Knowledge): PortalClient {
  const routes = createKnownRoutes(http, knowledge);
  return {
    list: routes.list,
    async generate(name) {
      return generateKey(http, await routes.confirmed(), name);
    },
    async rename(id, name) {
      const at = await routes.confirmed();
      const worked = await renameKey(http, at, id, name);
      if (worked !== at) await routes.use(worked);
    },
    async revoke(id) {
      const at = await routes.confirmed();
      try {
        await revokeKey(http, at, id);
      } catch (thrown) {
        // A gateway answers 404 too, so only the list can say whether the key is gone.
        if (!hasKind(thrown, 'not-found')) throw thrown;
        if ((await routes.list()).some((key) => key.id === id)) throw thrown;
      }
    },
    account: () => findAccount(http),
  };
}
