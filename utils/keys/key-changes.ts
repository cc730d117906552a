import type { PortalClient } from '../portal/client';
import { isRefusal, PortalError, type Problem, problemOf } from '../portal/errors';
import type { ApiKey } from '../portal/schema';
import type { KeyList } from './key-list';

interface Change {
  /** the key as the person saw it */
  key: ApiKey;
  /** who was signed in when the person saw the key; `null` if the portal does not say */
  shownTo: string | null;
  /** sends the request */
  send(portal: PortalClient): Promise<void>;
  /** whether a list shows that the change was made */
  isReflectedIn(keys: ApiKey[]): boolean;
  /** makes the same change to a list */
  apply(keys: ApiKey[]): ApiKey[];
}

/**
 * Creates the changes that can be made to a list's keys. Each resolves with the problem, or with `null` once
 * the portal has made the change.
 */
export function createKeyChanges(list: KeyList, client: () => Promise<PortalClient>) {
  async function make(change: Change): Promise<Problem | null> {
    let isSent = false;
    try {
      const portal = await client();
      await checkUnchanged(portal, change);
      isSent = true;
      await change.send(portal);
      await list.apply(change.apply);
      return null;
    } catch (thrown) {
      return outcomeOf(change, problemOf(thrown), isSent);
    }
  }

  /** Returns the outcome of a failed change. If its answer was lost, the list shows whether it was made. */
  async function outcomeOf(change: Change, failure: Problem, isSent: boolean) {
    const { problem, keys } = list;
    if (failure.kind === 'signed-out') problem.value = failure;
    if (failure.kind === 'changed') {
      await list.readAgain();
      problem.value ??= failure;
    }
    if (isRefusal(failure)) return failure;
    await list.readAgain();
    const { shownTo } = change;
    const isSomebodyElse = shownTo !== null && list.list.value?.userName !== shownTo;
    if (!isSent || problem.value || isSomebodyElse) return failure;
    if (change.isReflectedIn(keys.value ?? [])) return null;
    const isFinal = failure.kind === 'unknown-outcome' && !failure.pending;
    return isFinal ? ({ kind: 'unreachable' } satisfies Problem) : failure;
  }

  return {
    rename: (key: ApiKey, shownTo: string | null, name: string) =>
      make({
        key,
        shownTo,
        send: (portal) => portal.rename(key.id, name),
        isReflectedIn: (keys) => keys.some((each) => each.id === key.id && each.name === name),
        apply: (keys) => keys.map((each) => (each.id === key.id ? { ...each, name } : each)),
      }),
    revoke: (key: ApiKey, shownTo: string | null) =>
      make({
        key,
        shownTo,
        send: (portal) => portal.revoke(key.id),
        isReflectedIn: (keys) => !keys.some(({ id }) => id === key.id),
        apply: (keys) => keys.filter(({ id }) => id !== key.id),
      }),
  };
}

/**
 * Checks that a key is still as the person saw it, and that the same person is signed in: for somebody else,
 * the same id may be another key. A change of session between this check and the request goes unnoticed,
 * because a request cannot say whose session it expects.
 * @throws PortalError `changed` if the key's name or the person differs, or if the key is gone
 */
async function checkUnchanged(portal: PortalClient, { key, shownTo }: Change): Promise<void> {
  const isUnchanged =
    (await portal.list()).find(({ id }) => id === key.id)?.name === key.name &&
    (shownTo === null || (await portal.account())?.userName === shownTo);
  if (!isUnchanged) throw new PortalError({ kind: 'changed' });
}
