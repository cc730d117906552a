import { hasKind } from '../portal/errors';
import type { ApiKey } from '../portal/schema';
import type { Handoff } from './handoff';

type Waiting = Extract<Handoff, { phase: 'ready' }>;

/**
 * Finds the waiting values whose person has signed out, or is no longer the one who is signed in.
 * @param list reads the list from the portal; a failure other than being signed out proves nothing
 */
export async function endedValues(
  waiting: Waiting[],
  list: () => Promise<ApiKey[]>,
): Promise<{ signedOut: boolean; ended: Waiting[] }> {
  try {
    const keys = await list();
    return { signedOut: false, ended: waiting.filter((each) => isAnothers(each, keys)) };
  } catch (thrown) {
    const signedOut = hasKind(thrown, 'signed-out');
    return { signedOut, ended: signedOut ? waiting : [] };
  }
}

/**
 * Two lists of one person share at least one key. The new key may be late to appear, so an empty list
 * proves nothing about somebody who had no keys before.
 */
function isAnothers({ keyId, knownIds }: Waiting, keys: ApiKey[]): boolean {
  const known = keyId ? [...knownIds, keyId] : knownIds;
  const isConclusive = keys.length > 0 ? known.length > 0 : knownIds.length > 0;
  return isConclusive && !keys.some(({ id }) => known.includes(id));
}
