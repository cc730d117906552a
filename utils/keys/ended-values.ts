import { hasKind } from '../portal/errors';
import type { ApiKey } from '../portal/schema';
import type { Handoff } from './handoff';

type Waiting = Extract<Handoff, { phase: 'ready' }>;

/**
 * Finds the waiting values that no longer belong to whoever uses a session: its person signed out, or
 * somebody else signed in.
 * @param list asks the portal anew; only an answer tells of a session, a failure does not
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
 * Of a person's keys at least one stays from one list to the next. The new one alone may be late, so to
 * somebody who had none before an empty list says nothing.
 */
function isAnothers({ keyId, knownIds }: Waiting, keys: ApiKey[]): boolean {
  const known = keyId ? [...knownIds, keyId] : knownIds;
  const tells = keys.length > 0 ? known.length > 0 : knownIds.length > 0;
  return tells && !keys.some(({ id }) => known.includes(id));
}
