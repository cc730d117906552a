import { removeFromMemory, storageItem } from '../browser/storage';
import type { Clearing } from '../keys/clearing';
import type { Drafted } from '../keys/drafts';
import type { Handoff } from '../keys/handoff';
import type { KnownList } from '../keys/key-list';
import type { PortalSession } from '../portal/session';

/** A portal that is being connected, or connected again. */
export interface Connecting {
  origin: string;
  /** its initial label */
  label: string;
  /** its API's host where that is another one; empty otherwise */
  apiOrigin: string;
}

/**
 * What is kept in session memory: never on disk, out of reach for pages and content scripts, and gone
 * when the browser closes.
 */

/** The list of keys last read in a session. */
export const knownList = (session: PortalSession) =>
  memory<KnownList | null>(ofSession('list', session), null);

/** What was typed in a session and neither sent nor discarded. */
export const drafts = (session: PortalSession) => memory<Drafted>(ofSession('drafts', session), {});

/** New keys on their way to the person; only the background writes this. */
export const handoffs = memory<Handoff[]>('handoffs', []);

/** When the clipboard will be cleared; only the background writes this. */
export const clearing = memory<Clearing>('clearing', null);

/** The portal whose hosts the browser is asking about: the popup may be gone when the person answers. */
export const connecting = memory<Connecting | null>('connecting', null);

/** Forgets the lists and drafts of every cookie store that is not open any more. */
export const forgetStores = (isOpen: (store: string) => boolean): Promise<void> =>
  removeFromMemory((key) => {
    const [, , store] = key.split(' ');
    return store !== undefined && !isOpen(store);
  });

/** Forgets the lists and drafts of a portal, in all of its sessions. */
export const forgetPortal = (portal: string): Promise<void> =>
  removeFromMemory((key) => key.split(' ')[1] === portal);

/** A session's key, from which the two above read its origin and store. */
const ofSession = (what: string, { origin, store }: PortalSession) => `${what} ${origin} ${store}`;

/** Needs no validation: only this very version of the extension has written to this memory. */
function memory<T>(key: string, fallback: T) {
  return storageItem('session', key, (stored) => (stored ?? fallback) as T);
}
