import { browser } from 'wxt/browser';
import { portalTab, storeNamed } from '../browser/tabs';
import { endedValues } from '../keys/ended-values';
import type { PortalClient } from '../portal/client';
import { type PortalSession, sameSession, sessionKey } from '../portal/session';
import { handoffs, knownList } from '../stored/memory';

interface Dependencies {
  clientOf(session: PortalSession): Promise<PortalClient>;
  /** forgets a value */
  finish(id: string): Promise<void>;
}

/** Forgets the values that wait in a session once its person has signed out or is somebody else. */
export function createSessionCheck({ clientOf, finish }: Dependencies) {
  const checking = new Set<string>();

  async function check(session: PortalSession): Promise<void> {
    const waiting = (await waitingValues()).filter((each) => sameSession(each, session));
    // The portal may answer the check itself with a cookie, which must not start another one.
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
    check,
    /** Checks each session whose portal has just removed a cookie, as signing out does. */
    watch(): void {
      browser.cookies.onChanged.addListener(async ({ removed, cause, cookie }) => {
        if (!removed || cause === 'overwrite') return;
        const affected = (await waitingValues()).filter(
          ({ origin, store }) =>
            store === storeNamed(cookie.storeId) &&
            isOfHost(cookie.domain, new URL(origin).hostname),
        );
        const sessions = new Map(affected.map((each) => [sessionKey(each), each]));
        for (const { origin, store } of sessions.values()) await check({ origin, store });
      });
    },
  };
}

const waitingValues = async () =>
  (await handoffs.getValue()).flatMap((each) => (each.phase === 'ready' ? [each] : []));

/** A session that only the portal's tabs can use has not ended because none of them is open. */
async function isOutOfReach({ origin, store }: PortalSession): Promise<boolean> {
  if ((await portalTab(origin, store)) !== null) return false;
  if (store) return true;
  const cookies = await browser.cookies.getAll({ url: origin, partitionKey: {} });
  return cookies.some(({ partitionKey }) => partitionKey);
}

/** Whether a cookie of a domain is sent to a host (RFC 6265, 5.1.3). */
function isOfHost(domain: string, hostname: string): boolean {
  const name = domain.replace(/^\./, '');
  return hostname === name || hostname.endsWith(`.${name}`);
}
