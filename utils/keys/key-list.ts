import { computed, signal } from '@preact/signals';
import type { Account, PortalClient } from '../portal/client';
import { type Problem, problemOf } from '../portal/errors';
import type { ApiKey } from '../portal/schema';

/** A list of keys as it was last read, so that the next window can paint at once. */
export interface KnownList {
  keys: ApiKey[];
  /** when it was read; milliseconds since the epoch */
  readAt: number;
  /** who was signed in; `null` if the portal does not say, or until it has answered */
  userName: string | null;
}

/** What a key list needs from its window. */
export interface ListDependencies {
  client(): Promise<PortalClient>;
  /** stores the list for the next window; `null` removes it */
  keep(list: KnownList | null): Promise<void>;
  /** is called after each read with who is signed in and which API base answered, if the portal says so */
  learn(account: Account): Promise<void>;
  /** milliseconds since the epoch */
  now(): number;
}

/** Whether the person is signed in, according to the portal's last answer. */
export type SessionState = 'unknown' | 'signed-in' | 'signed-out';

export type KeyList = ReturnType<typeof createKeyList>;

/**
 * Creates the list of a session's keys, as signals that a window renders.
 * @param known the list that another window read last, shown until the portal has answered
 */
export function createKeyList(dependencies: ListDependencies, known: KnownList | null) {
  const { client, keep, learn, now } = dependencies;
  const list = signal<KnownList | null>(known);
  const problem = signal<Problem | null>(null);
  const loading = signal(false);
  const confirmed = signal(false);
  const session = computed<SessionState>(() => {
    if (problem.value?.kind === 'signed-out') return 'signed-out';
    return confirmed.value ? 'signed-in' : 'unknown';
  });
  /** How many changes were made. A list that was requested before the last of them is out of date. */
  let changes = 0;
  let reading: Promise<void> | null = null;

  async function show(next: KnownList | null): Promise<void> {
    list.value = next;
    await keep(next);
  }

  async function read(): Promise<void> {
    loading.value = true;
    try {
      const portal = await client();
      const keys = await readLatest(portal);
      problem.value = null;
      confirmed.value = true;
      await show({ keys, readAt: now(), userName: list.value?.userName ?? null });
      const account = await portal.account();
      if (account) await learn(account);
      if (list.value) await show({ ...list.value, userName: account?.userName ?? null });
    } catch (thrown) {
      problem.value = problemOf(thrown);
      confirmed.value = false;
      if (problem.value.kind === 'signed-out') await show(null);
    }
  }

  async function readLatest(portal: PortalClient): Promise<ApiKey[]> {
    const before = changes;
    const keys = await portal.list();
    return before === changes ? keys : readLatest(portal);
  }

  /**
   * Reads the list, or waits for a read in progress. If it fails, the last list stays visible unless the
   * person is signed out.
   */
  function refresh(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null;
      loading.value = false;
    });
    return reading;
  }

  return {
    list,
    keys: computed(() => list.value?.keys ?? null),
    problem,
    loading,
    session,
    refresh,
    /** Reads the list after any read in progress, which may not show the latest change. */
    async readAgain(): Promise<void> {
      await reading;
      await refresh();
    },
    /** Applies a change that the portal has made to the list. */
    async apply(change: (keys: ApiKey[]) => ApiKey[]): Promise<void> {
      changes += 1;
      if (list.value) await show({ ...list.value, keys: change(list.value.keys) });
    },
  };
}
