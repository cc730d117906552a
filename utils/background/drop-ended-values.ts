import { browser } from 'wxt/browser';
import { portalTab } from '../browser/tabs';
import { endedValues } from '../keys/ended-values';
import type { PortalClient } from '../portal/client';
import { handoffs, knownList } from '../stored/memory';
import type { PortalSession } from '../transport/portal-client';

interface Surroundings {
  clientOf(session: PortalSession): Promise<PortalClient>;
  /** forgets a value */
  finish(id: string): Promise<void>;
}

/** Forgets the values that wait in sessions which have ended, or which are somebody else's by now. */
export function createSessionEnd({ clientOf, finish }: Surroundings) {
  const checking = new Set<string>();

  async function check(session: PortalSession): Promise<void> {
    const waiting = (await waitingValues()).filter((each) => nameOf(each) === nameOf(session));
    // The check may itself be answered with a cookie, which is no reason for another one.
    if (waiting.length === 0 || checking.has(nameOf(session))) return;
    checking.add(nameOf(session));
    try {
      const { signedOut, ended } = await endedValues(waiting, async () =>
        (await clientOf(session)).list(),
      );
      if (signedOut && (await mayBeInTab(session))) return;
      for (const { id } of ended) await finish(id);
      if (signedOut) await knownList(session.origin, session.tab).removeValue();
    } finally {
      checking.delete(nameOf(session));
    }
  }

  return {
    check,
    /** Looks after each session whose portal just took a cookie away, as signing out does. */
    watch(): void {
      browser.cookies.onChanged.addListener(async ({ removed, cause, cookie }) => {
        if (!removed || cause === 'overwrite') return;
        const sessions = new Map(
          (await waitingValues())
            .filter(({ origin }) => isOfHost(cookie.domain, new URL(origin).hostname))
            .map(({ origin, tab }) => [nameOf({ origin, tab }), { origin, tab }]),
        );
        for (const session of sessions.values()) await check(session);
      });
    },
  };
}

const nameOf = ({ origin, tab }: PortalSession) => `${origin} ${tab}`;

const waitingValues = async () =>
  (await handoffs.getValue()).flatMap((each) => (each.phase === 'ready' ? [each] : []));

/** A session that only a tab of the portal can use is not over because no such tab is open. */
async function mayBeInTab({ origin, tab }: PortalSession): Promise<boolean> {
  if (tab || (await portalTab(origin)) !== null) return false;
  const cookies = await browser.cookies.getAll({ url: origin, partitionKey: {} });
  return cookies.some(({ partitionKey }) => partitionKey);
}

/** Whether a cookie of a domain is sent to a host (RFC 6265, 5.1.3). */
function isOfHost(domain: string, hostname: string): boolean {
  const name = domain.replace(/^\./, '');
  return hostname === name || hostname.endsWith(`.${name}`);
}
