import type { HttpBindings } from '@hono/node-server';
import { type Clock, createClock } from './clock.ts';
import type { Fault } from './faults.ts';
import { unforeseeablePath } from './key-path.ts';
import { KeyStore, type StoredKey } from './keys.ts';
import type { RecordedRequest } from './requests.ts';
import { seedKeys } from './seed.ts';
import { Sessions } from './sessions.ts';
import type { PortalSettings } from './settings.ts';
import { TaskStore } from './tasks.ts';
import { createUsers, type User } from './users.ts';

/** What Hono passes between handlers. */
export interface PortalEnv {
  Bindings: HttpBindings;
  Variables: {
    user: User;
    /** Set when there will be no answer to record. */
    dropped: boolean;
    /** Set when there is no session. */
    signedOut: boolean;
  };
}

/** The state of one running portal. */
export interface PortalState {
  settings: PortalSettings;
  clock: Clock;
  users: [User, User];
  keys: KeyStore;
  sessions: Sessions;
  faults: Fault[];
  requests: RecordedRequest[];
  tasks: TaskStore;
  /** The key API's path when it must not be guessable. */
  secretPath: string;
  /** The origins of pages and API, without a trailing slash; known once the portal listens. */
  origins: { page: string; api: string };
  /** Sessions in transit to the API's host, by a one-time code. */
  handovers: Map<string, string>;
  /** The users who have revoked their legacy key. */
  legacyRevoked: Set<string>;
}

export function createState(settings: PortalSettings): PortalState {
  const clock = createClock();
  const state: PortalState = {
    settings,
    clock,
    users: createUsers(),
    keys: new KeyStore(),
    sessions: new Sessions(clock, settings),
    faults: [],
    requests: [],
    tasks: new TaskStore(),
    secretPath: unforeseeablePath(),
    origins: { page: '', api: '' },
    handovers: new Map(),
    legacyRevoked: new Set(),
  };
  const [first, second] = state.users;
  seed(state, first.userName, settings.keyCount);
  seed(state, second.userName, null);
  return state;
}

/** Replaces a user's keys with the seed data. */
export function seed(state: PortalState, userName: string, count: number | null): StoredKey[] {
  const isFirst = state.users[0].userName === userName;
  state.keys.replace(userName, seedKeys(userName, isFirst, count, state.clock.now()));
  return state.keys.of(userName);
}

export function findUser(state: PortalState, userName: string | undefined): User | undefined {
  return state.users.find((user) => user.userName === userName);
}

/** The users a user may read: without the permission, only themselves. */
export function visibleUsers(state: PortalState, user: User): User[] {
  return user === state.users[0] && state.settings.usersRead ? state.users : [user];
}
