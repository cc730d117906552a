import { computed, signal } from '@preact/signals';
import type { Account, PortalClient } from '../portal/client';
import { isRefusal, type Problem, problemOf } from '../portal/errors';
import type { ApiKey } from '../portal/schema';

/** A list as it was last read, so that a window can paint at once. */
export interface KnownList {
  keys: ApiKey[];
  /** when it was read; milliseconds since the epoch */
  readAt: number;
  /** who was signed in, where the portal tells */
  userName: string | null;
}

interface Surroundings {
  client(): Promise<PortalClient>;
  /** keeps the list for the next window */
  keep(list: KnownList | null): Promise<void>;
  /** is told who is signed in and which API answered, where the portal tells */
  learn(account: Account): Promise<void>;
  now(): number;
}

/** Whether the portal knows the person, as far as the last answer tells. */
export type SessionState = 'unknown' | 'signed-in' | 'signed-out';

export type KeysModel = ReturnType<typeof createKeysModel>;

/**
 * The keys of one portal, and what can be done with them.
 * @param surroundings the portal and the memory
 * @param known the list as another window last saw it, shown until the portal has answered
 */
export function createKeysModel(
  { client, keep, learn, now }: Surroundings,
  known: KnownList | null,
) {
  const list = signal<KnownList | null>(known);
  const problem = signal<Problem | null>(null);
  const loading = signal(false);
  const confirmed = signal(false);

  const keys = computed(() => list.value?.keys ?? null);
  const session = computed<SessionState>(() => {
    if (problem.value?.kind === 'signed-out') return 'signed-out';
    return confirmed.value ? 'signed-in' : 'unknown';
  });

  async function show(next: KnownList | null) {
    list.value = next;
    await keep(next);
  }

  const showKeys = async (change: (keys: ApiKey[]) => ApiKey[]) => {
    if (list.value) await show({ ...list.value, keys: change(list.value.keys) });
  };

  /** How many changes were made or tried; a list that was read before one of them is out of date. */
  let changes = 0;
  let reading: Promise<void> | null = null;

  /** Reads the list again. What was known stays on show when that fails, except to a signed-out person. */
  function refresh(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null;
      loading.value = false;
    });
    return reading;
  }

  async function read(): Promise<void> {
    loading.value = true;
    try {
      const portal = await client();
      const read = await readLatest(portal);
      problem.value = null;
      confirmed.value = true;
      await show({ keys: read, readAt: now(), userName: list.value?.userName ?? null });
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
    const read = await portal.list();
    return before === changes ? read : readLatest(portal);
  }

  /**
   * Makes one change. When its answer is lost, the list tells whether it was made.
   * @returns the problem, or `null` when the change was made
   */
  async function change(
    act: (portal: PortalClient) => Promise<void>,
    made: (keys: ApiKey[]) => boolean,
    apply: (keys: ApiKey[]) => ApiKey[],
  ): Promise<Problem | null> {
    try {
      await act(await client());
      changes += 1;
      await showKeys(apply);
      return null;
    } catch (thrown) {
      const failure = problemOf(thrown);
      if (failure.kind === 'signed-out') problem.value = failure;
      if (isRefusal(failure)) return failure;
      // Only a list that is asked for from now on can tell.
      await reading;
      await refresh();
      if (problem.value) return failure;
      if (made(keys.value ?? [])) return null;
      const ended = failure.kind === 'unknown-outcome' && !failure.pending;
      return ended ? { kind: 'unreachable' } : failure;
    }
  }

  return {
    keys,
    problem,
    loading,
    session,
    list,
    refresh,
    rename: (id: string, name: string) =>
      change(
        (portal) => portal.rename(id, name),
        (all) => all.some((key) => key.id === id && key.name === name),
        (all) => all.map((key) => (key.id === id ? { ...key, name } : key)),
      ),
    revoke: (id: string) =>
      change(
        (portal) => portal.revoke(id),
        (all) => !all.some((key) => key.id === id),
        (all) => all.filter((key) => key.id !== id),
      ),
  };
}
