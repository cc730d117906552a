import { computed, signal } from '@preact/signals';
import type { Account, PortalClient } from '../portal/client';
import { isRefusal, PortalError, type Problem, problemOf } from '../portal/errors';
import type { ApiKey } from '../portal/schema';

/** A list as it was last read, so that a window can paint at once. */
export interface KnownList {
  keys: ApiKey[];
  /** when it was read; milliseconds since the epoch */
  readAt: number;
  /** who was signed in, where the portal tells */
  userName: string | null;
}

interface Dependencies {
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
 * @param dependencies the portal and the memory
 * @param known the list as another window last saw it, shown until the portal has answered
 */
export function createKeysModel(
  { client, keep, learn, now }: Dependencies,
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
   * Makes sure that a key is still as the person saw it, and in that person's session: the browser may have
   * another one by now, where the same id is another key. A session that changes between this and the change
   * itself cannot be noticed, as a request does not say whose it is meant to be.
   * @param shownTo who was signed in when the key was chosen, where the portal tells
   * @throws PortalError `changed` when the key or the person is another, or the key is gone
   */
  async function check(portal: PortalClient, { id, name }: ApiKey, shownTo: string | null) {
    const same =
      (await portal.list()).find((key) => key.id === id)?.name === name &&
      (shownTo === null || (await portal.account())?.userName === shownTo);
    if (!same) throw new PortalError({ kind: 'changed' });
  }

  /** Reads a list that is asked for from now on: only such a one can tell what became of a change. */
  const readAnew = async () => {
    await reading;
    await refresh();
  };

  /**
   * Makes one change, if its key is still the one that was shown. When the answer is lost, the list tells
   * whether the change was made.
   * @returns the problem, or `null` when the change was made
   */
  async function change(
    key: ApiKey,
    shownTo: string | null,
    act: (portal: PortalClient) => Promise<void>,
    made: (keys: ApiKey[]) => boolean,
    apply: (keys: ApiKey[]) => ApiKey[],
  ): Promise<Problem | null> {
    let sent = false;
    try {
      const portal = await client();
      await check(portal, key, shownTo);
      sent = true;
      await act(portal);
      changes += 1;
      await showKeys(apply);
      return null;
    } catch (thrown) {
      const failure = problemOf(thrown);
      if (failure.kind === 'signed-out') problem.value = failure;
      if (failure.kind === 'changed') {
        await readAnew();
        problem.value ??= failure;
      }
      if (isRefusal(failure)) return failure;
      await readAnew();
      const others = shownTo !== null && list.value?.userName !== shownTo;
      if (!sent || problem.value || others) return failure;
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
    rename: (key: ApiKey, shownTo: string | null, name: string) =>
      change(
        key,
        shownTo,
        (portal) => portal.rename(key.id, name),
        (all) => all.some((each) => each.id === key.id && each.name === name),
        (all) => all.map((each) => (each.id === key.id ? { ...each, name } : each)),
      ),
    revoke: (key: ApiKey, shownTo: string | null) =>
      change(
        key,
        shownTo,
        (portal) => portal.revoke(key.id),
        (all) => !all.some(({ id }) => id === key.id),
        (all) => all.filter(({ id }) => id !== key.id),
      ),
  };
}
