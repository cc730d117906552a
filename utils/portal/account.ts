import { isRecord } from '../record';
import { findList } from './envelope';
import { hasKind, PortalError } from './errors';
import type { Http } from './http';
import { API_BASES } from './key-routes';

/** Who is signed in, and which documented API answered. */
export interface Account {
  /** the path of the API's base, such as `/api/v2` */
  base: string;
  /** `null` if the portal does not say */
  userName: string | null;
}

/**
 * Asks the documented `/users` who is signed in, on one API base after another.
 * @returns `null` if no base has such a list, or the portal answers with a problem that any base would have
 */
export async function findAccount(http: Http): Promise<Account | null> {
  for (const base of API_BASES) {
    try {
      return { base, userName: readAccount(await http.request('get', `${base}/users`)) };
    } catch (thrown) {
      if (!(thrown instanceof PortalError)) throw thrown;
      if (!hasKind(thrown, 'not-found', 'unrecognised', 'forbidden')) return null;
    }
  }
  return null;
}

/**
 * Reads the user name in an answer of `/users`.
 * @param body an answer's JSON
 * @returns `null` if several users are listed, as for people who may read all users of their
 *   organization, because the list does not say which one is signed in
 * @throws PortalError `unrecognised` if it is not a list of users
 */
export function readAccount(body: unknown): string | null {
  const users = findList(body);
  if (!users?.every((user) => isRecord(user) && typeof user.userName === 'string')) {
    throw new PortalError({ kind: 'unrecognised' });
  }
  return users.length === 1 ? (users[0] as { userName: string }).userName : null;
}
