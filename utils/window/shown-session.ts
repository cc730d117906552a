import { type Drafts, withDraft } from '../keys/drafts';
import type { KnownList } from '../keys/key-list';
import { createKeysModel, type KeysModel } from '../keys/model';
import type { PortalSession } from '../portal/session';
import { drafts, knownList } from '../stored/memory';
import { discoveries } from '../stored/portals';
import { signalOf } from './signal-of';

/** A session while a window shows it. */
export interface ShownSession {
  session: PortalSession;
  model: KeysModel;
  drafts: Drafts;
}

/**
 * Opens a session in a window, with the list and the drafts that other windows left in memory.
 * @param onSeen called with each list that was read; `null` once the person is signed out
 * @param until ends it, as when the window shows another one
 */
export async function openSession(
  session: PortalSession,
  onSeen: (list: KnownList | null) => void,
  until: AbortSignal,
): Promise<ShownSession> {
  const list = knownList(session);
  const [known, drafted] = await Promise.all([list.getValue(), openDrafts(session, until)]);
  const model = createKeysModel(
    {
      // Loaded after the first paint, which needs only what is in memory.
      client: async () => (await import('./client')).windowClient(session),
      keep(seen) {
        onSeen(seen);
        return list.setValue(seen);
      },
      learn: ({ base }) => assumeEndpoint(session.origin, base),
      now: Date.now,
    },
    known,
  );
  return { session, model, drafts: drafted };
}

/** Until the portal's page has shown its endpoint, the documented API that answered is assumed to be it. */
function assumeEndpoint(origin: string, base: string): Promise<void> {
  return discoveries.update((all) =>
    all[origin]?.endpoint
      ? all
      : { ...all, [origin]: { ...all[origin], endpoint: origin + base, endpointFrom: 'api' } },
  );
}

/** Opens a session's drafts. Each change is made to what is stored, so no window overwrites another's. */
async function openDrafts(session: PortalSession, until: AbortSignal): Promise<Drafts> {
  const item = drafts(session);
  const all = await signalOf(item, until);
  return {
    get: (what) => all.peek()[what] ?? null,
    keep(what, text) {
      all.value = withDraft(all.peek(), what, text);
      void item.update((stored) => withDraft(stored, what, text));
    },
  };
}
