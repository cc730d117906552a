import { hasKind } from './errors';
import type { Http } from './http';
import type { KeyRoutes } from './key-routes';
import { listKeys } from './list';
import type { ApiKey } from './schema';

/** What is known about where a portal keeps its keys. */
export interface Knowledge {
  /** set by the person, or found by an earlier search */
  routes?: KeyRoutes | undefined;
  /** whether these routes have answered with a list of keys before */
  confirmed: boolean;
  /** searches for routes that answer with a list of keys; throws a `PortalError` if there are none */
  find(): Promise<KeyRoutes>;
  /** stores routes that answered with a list of keys; called only if something about them is new */
  remember(routes: KeyRoutes): void | Promise<void>;
}

/** The routes of one portal's keys, kept up to date by its answers. Methods throw a `PortalError`. */
export interface KnownRoutes {
  /** Lists the keys, after a search if the routes are unknown or no longer right. */
  list(): Promise<ApiKey[]>;
  /** Returns routes that have answered with a list of keys: changes are sent to no other. */
  confirmed(): Promise<KeyRoutes>;
  /** Uses routes that just worked from now on, and remembers what is new about them. */
  use(routes: KeyRoutes): Promise<void>;
}

/**
 * Starts from what is known about a portal's routes.
 * @param http sends the requests, with the session
 * @param knowledge what is known, how to search, and where to store what is learned
 */
export function createKnownRoutes(http: Http, knowledge: Knowledge): KnownRoutes {
  let { routes: known, confirmed } = knowledge;

  async function list(): Promise<ApiKey[]> {
    if (!known) return listAt(await knowledge.find());
    try {
      return await listAt(known);
    } catch (thrown) {
      if (!mayHaveMoved(thrown, known)) throw thrown;
      // If this search finds nothing either, the first problem says more.
      const search = knowledge.find().catch((again: unknown) => {
        throw isGone(again) ? thrown : again;
      });
      return listAt(await search);
    }
  }

  async function listAt(routes: KeyRoutes): Promise<ApiKey[]> {
    const listing = await listKeys(http, routes);
    await use(listing.routes);
    return listing.keys;
  }

  async function use(routes: KeyRoutes): Promise<void> {
    const isNew = !confirmed || JSON.stringify(routes) !== JSON.stringify(known);
    known = routes;
    confirmed = true;
    if (isNew) await knowledge.remember(routes);
  }

  return {
    list,
    use,
    async confirmed() {
      if (!known || !confirmed) await list();
      return known as KeyRoutes;
    },
  };
}

/**
 * A path from the page or the document may belong to whoever was signed in before, so a 403 there is
 * a reason to search, too. What a person set is never replaced.
 */
const mayHaveMoved = (thrown: unknown, { from }: KeyRoutes) =>
  from !== 'set' && (isGone(thrown) || (from !== 'probe' && hasKind(thrown, 'forbidden')));

const isGone = (thrown: unknown) => hasKind(thrown, 'not-found', 'unrecognised');
