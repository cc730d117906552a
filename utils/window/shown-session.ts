import type { Drafts } from '../keys/drafts';
import type { KnownList } from '../keys/key-list';
import { createKeysModel, type KeysModel } from '../keys/model';
import type { PortalSession } from '../portal/session';
import { drafts, knownList } from '../stored/memory';
import { discoveries, portals } from '../stored/portals';
import { currentDiscovery, effectivePortal } from '../transport/effective-portal';

/** A session that a window shows. */
export interface ShownSession {
  session: PortalSession;
  model: KeysModel;
  drafts: Drafts;
}

/**
 * Opens a session for a window, with the list and the drafts that are in memory.
 * @param onList called with each list that was read or changed; `null` once the person is signed out
 * @param signal aborts when the window shows another session
 */
export async function openSession(
  session: PortalSession,
  onList: (list: KnownList | null) => void,
  signal: AbortSignal,
): Promise<ShownSession> {
  const list = knownList(session);
  const [known, drafted] = await Promise.all([list.getValue(), openDrafts(session, signal)]);
  const model = createKeysModel(
    {
      // Loaded after the first paint, which needs only what is in memory.
      client: async () => (await import('./client')).windowClient(session),
      keep(next) {
        onList(next);
        return list.setValue(next);
      },
      learn: ({ base }) => assumeEndpoint(session.origin, base),
      now: Date.now,
    },
    known,
  );
  return { session, model, drafts: drafted };
}

/** Uses the documented API base that answered as the endpoint, until the portal's page shows one. */
async function assumeEndpoint(origin: string, base: string): Promise<void> {
  const portal = (await portals.getValue()).find((each) => each.origin === origin);
  if (!portal) return;
  const endpoint = effectivePortal(portal).api + base;
  await discoveries.update((all) =>
    currentDiscovery(portal, all[origin] ?? {}).endpoint
      ? all
      : { ...all, [origin]: { ...all[origin], endpoint, endpointFrom: 'api' } },
  );
}

/** Opens a session's drafts, kept up to date with what other windows write. */
async function openDrafts(session: PortalSession, signal: AbortSignal): Promise<Drafts> {
  const stored = drafts(session);
  const all = new Map<string, string>();
  // Watch before reading, so that no change is missed in between.
  const stop = stored.watch((what, text) => all.set(what, text));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  for (const [what, text] of await stored.getAll()) if (!all.has(what)) all.set(what, text);
  return {
    get: (what) => all.get(what) || null,
    keep(what, text) {
      all.set(what, text);
      void stored.set(what, text);
    },
  };
}
