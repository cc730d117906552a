import type { HttpBindings } from '@hono/node-server';
import { ActivityLog } from './activity.ts';
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

/** What Hono passes from one handler to the next. */
export interface PortalEnv {
  Bindings: HttpBindings;
  Variables: {
    user: User;
    /** Set when there will be no answer, so that nobody records one. */
    dropped: boolean;
    /** Set when the answer is that there is no session. */
    signedOut: boolean;
  };
}

/** All that one running portal knows. */
export interface PortalState {
  settings: PortalSettings;
  clock: Clock;
  users: [User, User];
  keys: KeyStore;
  sessions: Sessions;
  activity: ActivityLog;
  faults: Fault[];
  requests: RecordedRequest[];
  tasks: TaskStore;
  /** Where the key API is when nobody may guess it. */
  secretPath: string;
  /** Where pages and API are, without a slash at the end; known once the portal listens. */
  origins: { page: string; api: string };
  /** Sessions on their way to the API's host, by a code that works once. */
  handovers: Map<string, string>;
  /** Who has revoked the key of the old kind. */
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
    activity: new ActivityLog(clock),
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

/** Gives a user the seed data instead of the keys they have. */
export function seed(state: PortalState, userName: string, count: number | null): StoredKey[] {
  const isFirst = state.users[0].userName === userName;
  state.keys.replace(userName, seedKeys(userName, isFirst, count, state.clock.now()));
  return state.keys.of(userName);
}

export function findUser(state: PortalState, userName: string | undefined): User | undefined {
  return state.users.find((user) => user.userName === userName);
}

/** Without the permission to read users, the list holds only oneself. */
export function visibleUsers(state: PortalState, user: User): User[] {
  return user === state.users[0] && state.settings.usersRead ? state.users : [user];
}
