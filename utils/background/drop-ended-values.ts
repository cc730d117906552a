import { browser } from 'wxt/browser';
import { portalTab, storeNamed } from '../browser/tabs';
import { endedValues } from '../keys/ended-values';
import type { PortalClient } from '../portal/client';
import { type PortalSession, sameSession, sessionKey } from '../portal/session';
import { handoffs, knownList } from '../stored/memory';

interface Dependencies {
  clientOf(session: PortalSession): Promise<PortalClient>;
  /** forgets a new key, with its value */
  finish(id: string): Promise<void>;
}

/** Forgets the values that are kept for a session once the person signs out or somebody else signs in. */
export function createSessionCheck({ clientOf, finish }: Dependencies) {
  const checking = new Set<string>();

  async function check(session: PortalSession): Promise<void> {
    const waiting = (await waitingValues()).filter((each) => sameSession(each, session));
    // The portal may remove a cookie when it answers this check, which must not start another check.
    if (waiting.length === 0 || checking.has(sessionKey(session))) return;
    checking.add(sessionKey(session));
    try {
      const { signedOut, ended } = await endedValues(waiting, async () =>
        (await clientOf(session)).list(),
      );
      if (signedOut && (await isOutOfReach(session))) return;
      for (const { id } of ended) await finish(id);
      if (signedOut) await knownList(session).removeValue();
    } finally {
      checking.delete(sessionKey(session));
    }
  }

  return {
    /** Asks the portal who is signed in, if values are kept for that session. */
    check,
    /** Starts watching cookies: when one is removed, as by signing out, its session is checked. */
    watch(): void {
      browser.cookies.onChanged.addListener(async ({ removed, cause, cookie }) => {
        if (!removed || cause === 'overwrite') return;
        const affected = (await waitingValues()).filter(
          ({ origin, store }) =>
            store === storeNamed(cookie.storeId) &&
            domainMatches(cookie.domain, new URL(origin).hostname),
        );
        const sessions = new Map(affected.map((each) => [sessionKey(each), each]));
        for (const { origin, store } of sessions.values()) await check({ origin, store });
      });
    },
  };
}

const waitingValues = async () =>
  (await handoffs.getValue()).flatMap((each) => (each.phase === 'ready' ? [each] : []));

/**
 * Whether only a tab could say who is signed in, and none is open. Then a 401 does not mean that the session
 * has ended.
 */
async function isOutOfReach({ origin, store }: PortalSession): Promise<boolean> {
  if ((await portalTab(origin, store)) !== null) return false;
  if (store) return true;
  const cookies = await browser.cookies.getAll({ url: origin, partitionKey: {} });
  return cookies.some(({ partitionKey }) => partitionKey);
}

/** Whether a cookie's domain matches a host (RFC 6265, 5.1.3). */
function domainMatches(domain: string, hostname: string): boolean {
  const name = domain.replace(/^\./, '');
  return hostname === name || hostname.endsWith(`.${name}`);
}
