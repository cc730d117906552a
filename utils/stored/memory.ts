import { removeFromMemory, storageItem, textGroup } from '../browser/storage';
import type { Clearing } from '../keys/clearing';
import type { Handoff } from '../keys/handoff';
import type { KnownList } from '../keys/key-list';
import type { PortalSession } from '../portal/session';

/** A portal that is being connected, or connected again. */
export interface Connecting {
  origin: string;
  /** its initial label */
  label: string;
  /** its API's origin if the API is on another host, otherwise empty */
  apiOrigin: string;
}

/*
 * Everything in this file is kept in session memory: it is never written to disk, pages and content scripts
 * cannot read it, and it is gone once the browser closes.
 */

/** The list of keys that was last read in a session; `null` if none was. */
export const knownList = (session: PortalSession) =>
  memory<KnownList | null>(sessionItemKey('list', session), null);

/** What the person typed in a session and has neither sent nor discarded. */
export const drafts = (session: PortalSession) => textGroup(`${sessionItemKey('draft', session)} `);

/** New keys on their way to the person. Only the background writes this item. */
export const handoffs = memory<Handoff[]>('handoffs', []);

/** When the clipboard will be cleared. Only the background writes this item. */
export const clearing = memory<Clearing>('clearing', null);

/** The portal that the person is being asked about. The popup may be closed before they answer. */
export const connecting = memory<Connecting | null>('connecting', null);

/** Forgets the lists and drafts of cookie stores that are no longer open. */
export const forgetStores = (isOpen: (store: string) => boolean): Promise<void> =>
  removeFromMemory((key) => {
    const [, , store] = key.split(' ');
    return store !== undefined && !isOpen(store);
  });

/** Forgets the lists and drafts of a portal, in all its sessions. */
export const forgetPortal = (origin: string): Promise<void> =>
  removeFromMemory((key) => key.split(' ')[1] === origin);

/** The storage key of a session's item. The two functions above take it apart again. */
const sessionItemKey = (what: string, { origin, store }: PortalSession) =>
  `${what} ${origin} ${store}`;

/** Needs no validation: an update clears session memory, so this version wrote whatever is in it. */
function memory<T>(key: string, fallback: T) {
  return storageItem('session', key, (stored) => (stored ?? fallback) as T);
}
