import { hasKind } from '../portal/errors';
import type { ApiKey } from '../portal/schema';
import type { Handoff } from './handoff';

/** A new key whose value is kept. */
type Waiting = Extract<Handoff, { phase: 'ready' }>;

/**
 * Finds kept values that must be forgotten, because their person has signed out or somebody else has signed
 * in.
 * @param waiting the values that are kept for one session
 * @param list reads the list from the portal; only a `signed-out` failure proves anything
 * @returns whether nobody is signed in, and the values to forget
 */
export async function endedValues(
  waiting: Waiting[],
  list: () => Promise<ApiKey[]>,
): Promise<{ signedOut: boolean; ended: Waiting[] }> {
  try {
    const keys = await list();
    return { signedOut: false, ended: waiting.filter((each) => isSomebodyElses(each, keys)) };
  } catch (thrown) {
    const signedOut = hasKind(thrown, 'signed-out');
    return { signedOut, ended: signedOut ? waiting : [] };
  }
}

/**
 * Whether a list belongs to somebody else: two lists of one person share at least one key. A new key may
 * take a while to appear, so for a person who had no keys, an empty list proves nothing.
 */
function isSomebodyElses({ keyId, knownIds }: Waiting, keys: ApiKey[]): boolean {
  const known = keyId ? [...knownIds, keyId] : knownIds;
  const isConclusive = keys.length > 0 ? known.length > 0 : knownIds.length > 0;
  return isConclusive && !keys.some(({ id }) => known.includes(id));
}
