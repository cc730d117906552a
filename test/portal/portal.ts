import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { wireId } from './api/dialect.ts';
import type { Clock } from './clock.ts';
import { csrfNames, csrfToken } from './csrf.ts';
import type { Fault } from './faults.ts';
import { keysPathOf } from './key-path.ts';
import { newValue, type StoredKey } from './keys.ts';
import type { RecordedRequest } from './requests.ts';
import type { PortalSettings } from './settings.ts';
import { findUser, type PortalState, seed } from './state.ts';
import type { User } from './users.ts';

/** A running portal, controlled by a test or the demo. */
export interface LocalPortal {
  /** Such as http://127.0.0.1:8800, without a trailing slash. */
  origin: string;
  /** The same for the API, which differs with the `apiHost` setting. */
  apiOrigin: string;
  /** Live: a change applies from the next request on. To change the number of keys, use seed(). */
  settings: PortalSettings;
  /** Live: push to it, or set its length to 0. */
  faults: Fault[];
  clock: Clock;
  /** Every API request in the order of arrival, never filtered. */
  requests: RecordedRequest[];
  /** The two users who can sign in, with their password. */
  users: [User, User];
  /** A user's keys, newest first, with their values. */
  keysOf(userName: string): StoredKey[];
  /** A key's id in the API, which depends on the `idKind` setting. */
  idOf(key: StoredKey): string;
  /** The path of a user's keys (by default the first user's), which depends on `keysPath` and `clue`. */
  keysPathOf(userName?: string): string;
  /** Adds keys for a user, created now unless specified; returns them. */
  addKeys(userName: string, keys: Partial<StoredKey>[]): StoredKey[];
  /** Replaces the keys of a user (by default the first) with this many deterministic ones. */
  seed(count: number | null, userName?: string): StoredKey[];
  /** Signs in without the page; returns the Cookie header, CSRF token included. */
  signIn(userName?: string): string;
  /** Ends every session; browsers keep their cookies, which are now invalid. */
  expireSessions(): void;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

export function createPortal(state: PortalState, server: Server): LocalPortal {
  const { settings, faults, clock, requests, users } = state;
  const known = (userName: string) => {
    const user = findUser(state, userName);
    if (!user) throw new RangeError(`There is no user "${userName}".`);
    return user;
  };
  return {
    origin: state.origins.page,
    apiOrigin: state.origins.api,
    settings,
    faults,
    clock,
    requests,
    users,
    keysOf: (userName) => [...state.keys.of(known(userName).userName)],
    addKeys(userName, keys) {
      const added = keys.map((key, index) => ({
        id: randomUUID(),
        name: `key ${index + 1}`,
        created: clock.now().toISOString(),
        lastIp: null,
        lastActivity: null,
        value: newValue(),
        ...key,
      }));
      state.keys.add(known(userName).userName, added);
      return added;
    },
    seed: (count, userName = users[0].userName) => [
      ...seed(state, known(userName).userName, count),
    ],
    idOf: (key) => String(wireId(settings, key)),
    keysPathOf: (userName = users[0].userName) => keysPathOf(state, known(userName).id),
    signIn(userName = users[0].userName) {
      const session = state.sessions.start(known(userName).userName);
      const names = csrfNames(settings);
      const token = names ? `; ${names.cookie}=${csrfToken(session)}` : '';
      return `${settings.cookieName}=${session}${token}`;
    },
    expireSessions: () => state.sessions.expireAll(),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
