import { browser } from 'wxt/browser';
import { portalTab, storeNamed } from '../browser/tabs';
import { endedValues } from '../keys/ended-values';
import type { PortalClient } from '../portal/client';
import { type PortalSession, sameSession, sessionKey } from '../portal/session';
import { handoffs, knownList } from '../stored/memory';
import { portals } from '../stored/portals';

interface Dependencies {
  clientOf(session: PortalSession): Promise<PortalClient>;
  /** forgets a new key, with its value */
  finish(id: string): Promise<void>;
}

/**
 * Forgets what is kept for a session once the person signs out or somebody else signs in: the list at the first
 * sign of it, values once the portal confirms it.
 */
export function createSessionCheck({ clientOf, finish }: Dependencies) {
  /** Sessions that are being checked, and whether there is a reason to check them once more. */
  const checking = new Map<string, boolean>();

  async function check(session: PortalSession): Promise<void> {
    const key = sessionKey(session);
    if (checking.has(key)) {
      checking.set(key, true);
      return;
    }
    checking.set(key, false);
    try {
      await checkNow(session);
      // Not more than once: the portal may remove a cookie each time it answers.
      if (checking.get(key)) await checkNow(session);
    } finally {
      checking.delete(key);
    }
  }

  async function checkNow(session: PortalSession): Promise<void> {
    const waiting = (await waitingValues()).filter((each) => sameSession(each, session));
    if (waiting.length === 0) return;
    const { signedOut, ended } = await endedValues(waiting, async () =>
      (await clientOf(session)).list(),
    );
    if (signedOut && (await isOutOfReach(session))) return;
    for (const { id } of ended) await finish(id);
    if (signedOut) await knownList(session).removeValue();
  }

  return {
    /** Asks the portal who is signed in, if values are kept for that session. */
    check,
    /** Starts watching cookies: when one is removed, as by signing out, its sessions are checked. */
    watch(): void {
      browser.cookies.onChanged.addListener(async ({ removed, cause, cookie }) => {
        if (!removed || cause === 'overwrite') return;
        const store = storeNamed(cookie.storeId);
        const affected = (await portals.getValue()).filter(({ origin }) =>
          domainMatches(cookie.domain, new URL(origin).hostname),
        );
        const sessions = affected.map(({ origin }) => ({ origin, store }));
        await Promise.all(sessions.map((session) => knownList(session).removeValue()));
        await Promise.all(sessions.map(check));
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
