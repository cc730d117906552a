import type { Problem } from '../portal/errors';
import type { ApiKey } from '../portal/schema';
import type { PortalSession } from '../portal/session';

/** A person's request for a new key. */
export interface KeyRequest extends PortalSession {
  /** made by the window for each click, so that one click can never send two requests */
  id: string;
  name: string;
}

/** A new key on its way from the click to the person, as every window shows it. */
export type Handoff = KeyRequest &
  (
    | { phase: 'sending'; knownIds: string[] | null }
    | {
        phase: 'ready';
        /** `null` for a value that was kept from the portal's page, which shows no ids */
        keyId: string | null;
        /** the keys that existed before, which identify the session; empty where they are not known */
        knownIds: string[];
        value: string;
        copied: boolean;
        /** milliseconds since the epoch */
        expiresAt: number;
      }
    | { phase: 'failed'; problem: Problem }
    | {
        /** no answer arrived */
        phase: 'lost';
        knownIds: string[];
        /** the new keys that the list shows since; `null` while the list cannot tell */
        created: ApiKey[] | null;
        /** until then a missing key proves nothing; milliseconds since the epoch */
        openUntil: number;
        problem: Problem;
      }
  );

/** How often to look for a background that died while it waited for an answer; milliseconds. */
const ORPHAN_CHECK = 30_000;

/**
 * Returns when the next sweep is due, as nobody else may come to start one.
 * @param now milliseconds since the epoch, like the result; `null` when there is nothing left to do
 */
export function nextSweepAt(all: Handoff[], now: number): number | null {
  const times = all.flatMap((each) => {
    if (each.phase === 'ready') return [each.expiresAt];
    if (each.phase === 'sending') return [now + ORPHAN_CHECK];
    return each.phase === 'lost' && each.openUntil > now && !each.created ? [each.openUntil] : [];
  });
  return times.length > 0 ? Math.min(...times) : null;
}
