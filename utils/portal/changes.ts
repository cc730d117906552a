import { findList } from './envelope';
import { hasKind, PortalError } from './errors';
import type { Http } from './http';
import { type KeyRoutes, withQuery } from './key-routes';
import { type GeneratedKey, readGenerated } from './schema';
import { awaitTask } from './tasks';

/**
 * Generates a key with one POST, which is never repeated.
 * @param at routes that have answered with a list of keys
 * @throws PortalError; `unknown-outcome` means that the key may exist anyway
 */
export async function generateKey(http: Http, at: KeyRoutes, name: string): Promise<GeneratedKey> {
  const answer = await http.request('post', withQuery(at.list, at), nameBody(at, name));
  return readGenerated(await awaitTask(http, at.list, answer), name);
}

/**
 * Renames a key, with the other HTTP method if the portal refuses the first.
 * @param at routes that have answered with a list of keys
 * @returns `at`, or new routes with the method that worked
 * @throws PortalError
 */
export async function renameKey(
  http: Http,
  at: KeyRoutes,
  id: string,
  name: string,
): Promise<KeyRoutes> {
  const send = async (verb: 'put' | 'patch') =>
    finishChange(http, at, await http.request(verb, keyPath(at, id), nameBody(at, name)));
  const verb = at.renameVerb ?? 'put';
  try {
    await send(verb);
    return at;
  } catch (thrown) {
    if (!isMethodRefused(thrown)) throw thrown;
    const other = verb === 'put' ? 'patch' : 'put';
    await send(other);
    return { ...at, renameVerb: other };
  }
}

/**
 * Revokes a key.
 * @param at routes that have answered with a list of keys
 * @throws PortalError; `not-found` may mean that the key is already gone
 */
export async function revokeKey(http: Http, at: KeyRoutes, id: string): Promise<void> {
  await finishChange(http, at, await http.request('delete', keyPath(at, id)));
}

/** A change is answered with nothing or with the key. A list means that something else answered. */
async function finishChange(http: Http, at: KeyRoutes, answer: unknown): Promise<void> {
  if (findList(await awaitTask(http, at.list, answer))) {
    throw new PortalError({ kind: 'unrecognised' });
  }
}

const keyPath = (at: KeyRoutes, id: string) =>
  withQuery(at.item.replace('{id}', encodeURIComponent(id)), at);

const nameBody = ({ nameField = 'name' }: KeyRoutes, name: string) => ({ [nameField]: name });

/** Some portals say it in words, with another status than 405. */
const isMethodRefused = (thrown: unknown) =>
  thrown instanceof PortalError &&
  (thrown.problem.status === 405 ||
    (hasKind(thrown, 'rejected') && /\bmethod\b/i.test(thrown.problem.detail ?? '')));
