import type { PortalClient } from '../portal/client';
import { isRefusal, PortalError, type Problem, problemOf } from '../portal/errors';
import type { ApiKey } from '../portal/schema';
import type { KeyList } from './key-list';

interface Change {
  /** the key as the person saw it */
  key: ApiKey;
  /** who was signed in when the key was chosen, where the portal says so */
  shownTo: string | null;
  send(portal: PortalClient): Promise<void>;
  /** whether a list shows that the change was made */
  isMadeIn(keys: ApiKey[]): boolean;
  apply(keys: ApiKey[]): ApiKey[];
}

/** What can be done with the keys of a list. Each returns the problem, or `null` once it is done. */
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

  /** Finds out what became of a change that has failed: when its answer was lost, the list tells. */
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
    if (change.isMadeIn(keys.value ?? [])) return null;
    const isOver = failure.kind === 'unknown-outcome' && !failure.pending;
    return isOver ? ({ kind: 'unreachable' } satisfies Problem) : failure;
  }

  return {
    rename: (key: ApiKey, shownTo: string | null, name: string) =>
      make({
        key,
        shownTo,
        send: (portal) => portal.rename(key.id, name),
        isMadeIn: (keys) => keys.some((each) => each.id === key.id && each.name === name),
        apply: (keys) => keys.map((each) => (each.id === key.id ? { ...each, name } : each)),
      }),
    revoke: (key: ApiKey, shownTo: string | null) =>
      make({
        key,
        shownTo,
        send: (portal) => portal.revoke(key.id),
        isMadeIn: (keys) => !keys.some(({ id }) => id === key.id),
        apply: (keys) => keys.filter(({ id }) => id !== key.id),
      }),
  };
}

/**
 * Makes sure that a key is still as the person saw it, and in that person's session: somebody else may have
 * signed in since, and the same id may be another key. A session that changes between this check and the
 * change cannot be noticed, because a request does not say whose session it expects.
 * @throws PortalError `changed` when the key or the person is another, or the key is gone
 */
async function checkUnchanged(portal: PortalClient, { key, shownTo }: Change): Promise<void> {
  const isUnchanged =
    (await portal.list()).find(({ id }) => id === key.id)?.name === key.name &&
    (shownTo === null || (await portal.account())?.userName === shownTo);
  if (!isUnchanged) throw new PortalError({ kind: 'changed' });
}
