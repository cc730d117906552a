import type { PortalClient } from '../portal/client';
import { type Problem, problemOf } from '../portal/errors';
import type { ApiKey } from '../portal/schema';
import type { PortalSession } from '../portal/session';
import type { Handoff, KeyRequest } from './handoff';
import type { HandoffList } from './handoff-list';

type Lost = Handoff & { phase: 'lost' };

interface Dependencies {
  list: HandoffList;
  clientOf(session: PortalSession): Promise<PortalClient>;
  /** milliseconds since the epoch */
  now(): number;
}

/**
 * How long a portal may still be working on a request after we stopped waiting, in milliseconds. A key that
 * does not exist after that time will not be created.
 */
const MAX_WORK = 60_000;

/** Finds out whether requests with a lost answer created a key, without sending any of them again. */
export function createLostKeys({ list, clientOf, now }: Dependencies) {
  /** Compares the portal's list with the known ids. A new key with the same name may be the lost one. */
  async function compare(lost: Lost): Promise<Lost> {
    try {
      const keys = await (await clientOf(lost)).list();
      // A list with none of the earlier keys may be somebody else's.
      const { knownIds } = lost;
      if (knownIds.length > 0 && !keys.some(({ id }) => knownIds.includes(id))) return lost;
      const created = await newKeys(lost, keys);
      const isConclusive = created.length > 0 || now() >= lost.openUntil;
      return { ...lost, created: isConclusive ? created : null };
    } catch (thrown) {
      return { ...lost, problem: problemOf(thrown) };
    }
  }

  async function newKeys({ name, knownIds }: Lost, keys: ApiKey[]): Promise<ApiKey[]> {
    const arrived = (await list.all()).flatMap((each) =>
      each.phase === 'ready' ? [each.keyId] : [],
    );
    return keys.filter((key) => key.name === name && ![...knownIds, ...arrived].includes(key.id));
  }

  return {
    /** Checks again; if that fails, only the problem changes. */
    compare,
    /**
     * Returns the handoff of a request whose answer was just lost, after a first check.
     * @param knownIds the keys that existed before
     * @param problem how the answer was lost
     */
    markLost(request: KeyRequest, knownIds: string[], problem: Problem): Promise<Handoff> {
      const openUntil = problem.pending || problem.status === 504 ? now() + MAX_WORK : 0;
      return compare({ ...request, phase: 'lost', knownIds, created: null, openUntil, problem });
    },
  };
}
