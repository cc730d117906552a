import { hasKind, PortalError } from './errors';
import type { Http } from './http';
import { API_BASES, type KeyRoutes } from './key-routes';
import { listKeys } from './list';
import { type ApiKey, findList, type GeneratedKey, readAccount, readGenerated } from './schema';
import { settle } from './settle';

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

/** What is known of the place of a portal's keys. */
export interface Knowledge {
  /** set by the person, or found by an earlier search */
  routes?: KeyRoutes | undefined;
  /** whether they have answered with a list of keys before */
  confirmed: boolean;
  /** looks for routes that answer with a list of keys */
  find(): Promise<KeyRoutes>;
  /** is told what is new about routes that answered with a list of keys */
  remember(routes: KeyRoutes): void | Promise<void>;
}

/**
 * Speaks to one portal's key API. A change is only ever sent to routes that answered with a list of keys.
 * @param http carries the session
 */
export function createClient(http: Http, knowledge: Knowledge): PortalClient {
  let { routes: known, confirmed } = knowledge;

  async function list(): Promise<ApiKey[]> {
    if (!known) return read(await knowledge.find());
    try {
      return await read(known);
    } catch (thrown) {
      // What a person set is never replaced by what is found.
      if (known.from === 'set' || !(isGone(thrown) || isOthers(thrown, known))) throw thrown;
      return read(await findAgain(thrown));
    }
  }

  /** A search that finds nothing leaves what led to it as the better answer. */
  async function findAgain(before: unknown): Promise<KeyRoutes> {
    try {
      return await knowledge.find();
    } catch (thrown) {
      throw isGone(thrown) ? before : thrown;
    }
  }

  async function read(from: KeyRoutes): Promise<ApiKey[]> {
    const { keys, routes } = await listKeys(http, from);
    await use(routes);
    return keys;
  }

  async function use(routes: KeyRoutes): Promise<void> {
    const news = !confirmed || JSON.stringify(routes) !== JSON.stringify(known);
    known = routes;
    confirmed = true;
    if (news) await knowledge.remember(routes);
  }

  async function routes(): Promise<KeyRoutes> {
    if (!known || !confirmed) await list();
    return known as KeyRoutes;
  }

  const withOrg = (path: string, { orgId }: KeyRoutes) =>
    orgId ? `${path}?org_id=${encodeURIComponent(orgId)}` : path;
  const one = (at: KeyRoutes, id: string) =>
    withOrg(at.item.replace('{id}', encodeURIComponent(id)), at);
  /** A change is answered by nothing or by what was changed. Whether a list means it, the keys tell. */
  async function acknowledged(at: KeyRoutes, answer: unknown): Promise<void> {
    if (findList(await settle(http, at.list, answer))) {
      throw new PortalError({ kind: 'unrecognised' });
    }
  }
  const named = ({ nameField = 'name' }: KeyRoutes, name: string) => ({ [nameField]: name });

  return {
    list,
    async generate(name) {
      const at = await routes();
      const answer = await http.request('post', withOrg(at.list, at), named(at, name));
      return readGenerated(await settle(http, at.list, answer), name);
    },
    async rename(id, name) {
      const at = await routes();
      const send = (verb: 'put' | 'patch') => http.request(verb, one(at, id), named(at, name));
      const verb = at.renameVerb ?? 'put';
      try {
        await acknowledged(at, await send(verb));
      } catch (thrown) {
        if (!isOfMethod(thrown)) throw thrown;
        const other = verb === 'put' ? 'patch' : 'put';
        await acknowledged(at, await send(other));
        await use({ ...at, renameVerb: other });
      }
    },
    async revoke(id) {
      const at = await routes();
      try {
        await acknowledged(at, await http.request('delete', one(at, id)));
      } catch (thrown) {
        if (!hasKind(thrown, 'not-found')) throw thrown;
        if ((await list()).some((key) => key.id === id)) throw thrown;
      }
    },
    async account() {
      for (const base of API_BASES) {
        try {
          return { base, userName: readAccount(await http.request('get', `${base}/users`)) };
        } catch (thrown) {
          if (!(thrown instanceof PortalError)) throw thrown;
          // Another base may be the right one.
          if (!isGone(thrown) && !hasKind(thrown, 'forbidden')) return null;
        }
      }
      return null;
    },
  };
}

/** A portal may tell its 405 in words, with another status. */
const isOfMethod = (thrown: unknown) =>
  thrown instanceof PortalError &&
  (thrown.problem.status === 405 ||
    (hasKind(thrown, 'rejected') && /\bmethod\b/i.test(thrown.problem.detail ?? '')));

/** A path that the page or the document gave may be another person's, who was signed in then. */
const isOthers = (thrown: unknown, { from }: KeyRoutes) =>
  from !== 'probe' && hasKind(thrown, 'forbidden');

const isGone = (thrown: unknown) => hasKind(thrown, 'not-found', 'unrecognised');
