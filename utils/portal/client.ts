import { PortalError } from './errors';
import type { Http } from './http';
import { API_BASES, findKeysPath } from './routes';
import { type ApiKey, type GeneratedKey, readAccount, readGenerated, readKeys } from './schema';

/** Who is signed in, and the documented API that answered. */
export interface Account {
  /** the path of the API's base, such as `/api/v2` */
  base: string;
  /** `null` when the portal does not tell */
  userName: string | null;
}

/** The keys of whoever is signed in at one portal. Every method throws a `PortalError`. */
export interface PortalClient {
  list(): Promise<ApiKey[]>;
  /** Sends one POST, never a second; `unknown-outcome` means that the key may exist all the same. */
  generate(name: string): Promise<GeneratedKey>;
  rename(id: string, name: string): Promise<void>;
  /** Safe to repeat: a key that is already gone counts as revoked. */
  revoke(id: string): Promise<void>;
  account(): Promise<Account | null>;
}

/** Where a portal's keys are: set by hand, or found earlier. */
export interface KeysPath {
  /** set by the person: never replaced by a guess */
  set?: string | undefined;
  /** found by an earlier search: looked for again when it stops working */
  found?: string | undefined;
  /** is told a path that answered with a list of keys */
  remember(path: string): void | Promise<void>;
}

/**
 * Speaks to one portal's key API.
 * @param http carries the session
 * @param keysPath what is known of the place of its keys
 */
export function createClient(http: Http, keysPath: KeysPath): PortalClient {
  let path = keysPath.set ?? keysPath.found;

  async function search(): Promise<string> {
    path = await findKeysPath(http);
    await keysPath.remember(path);
    return path;
  }
  const confirmed = async () => path ?? (await search());
  const one = async (id: string) => `${await confirmed()}/${encodeURIComponent(id)}`;
  const read = async (from: string) => readKeys(await http.request('get', from));

  return {
    async list() {
      if (!path) return read(await search());
      try {
        return await read(path);
      } catch (thrown) {
        if (keysPath.set || !isGone(thrown)) throw thrown;
        return read(await search());
      }
    },
    async generate(name) {
      return readGenerated(await http.request('post', await confirmed(), { name }), name);
    },
    async rename(id, name) {
      await http.request('put', await one(id), { name });
    },
    async revoke(id) {
      try {
        await http.request('delete', await one(id));
      } catch (thrown) {
        if (!(thrown instanceof PortalError) || thrown.problem.kind !== 'not-found') throw thrown;
      }
    },
    async account() {
      for (const base of API_BASES) {
        try {
          return { base, userName: readAccount(await http.request('get', `${base}/users`)) };
        } catch (thrown) {
          if (!(thrown instanceof PortalError)) throw thrown;
        }
      }
      return null;
    },
  };
}

const isGone = (thrown: unknown) =>
  thrown instanceof PortalError &&
  (thrown.problem.kind === 'not-found' || thrown.problem.kind === 'unrecognised');
