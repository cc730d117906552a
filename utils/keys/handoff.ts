import type { Problem } from '../portal/errors';
import type { ApiKey } from '../portal/schema';
import type { PortalSession } from '../portal/session';

/** A person's request for a new key. */
export interface KeyRequest extends PortalSession {
  /** created for each click, so that one click can never send two requests */
  id: string;
  name: string;
}

/** A new key on its way from the click to the person. Every window shows it. */
export type Handoff = KeyRequest &
  (
    | {
        phase: 'sending';
        /** the keys that existed before; `null` until the request is about to be sent */
        knownIds: string[] | null;
      }
    | {
        phase: 'ready';
        /** `null` for a value that was kept from the portal's page, which shows no ids */
        keyId: string | null;
        /** the keys that existed before, which identify the person; empty if they are not known */
        knownIds: string[];
        value: string;
        copied: boolean;
        /** milliseconds since the epoch */
        expiresAt: number;
      }
    /** certainly no key was created */
    | { phase: 'failed'; problem: Problem }
    | {
        /** the answer was lost */
        phase: 'lost';
        /** the keys that existed before */
        knownIds: string[];
        /** new keys that may be this one; empty if none was created, `null` while that is unknown */
        created: ApiKey[] | null;
        /** until when a key may still appear; milliseconds since the epoch */
        openUntil: number;
        /** how the answer was lost, or why the last check failed */
        problem: Problem;
      }
  );

/** How often to check whether the background died while it waited for an answer; milliseconds. */
const ORPHAN_CHECK = 30_000;

/**
 * Returns when the next sweep is due, so that an alarm can start it.
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch; `null` if nothing needs a sweep
 */
export function nextSweepAt(all: Handoff[], now: number): number | null {
  const times = all.flatMap((each) => {
    if (each.phase === 'ready') return [each.expiresAt];
    if (each.phase === 'sending') return [now + ORPHAN_CHECK];
    return each.phase === 'lost' && each.openUntil > now && !each.created ? [each.openUntil] : [];
  });
  return times.length > 0 ? Math.min(...times) : null;
}
