import { storageItem } from '../browser/storage';
import type { Clearing } from '../keys/clearing';
import type { Handoff } from '../keys/handoff';
import type { KnownList } from '../keys/model';

/** A portal to be connected, or connected again. */
export interface Connecting {
  origin: string;
  /** its name to begin with */
  label: string;
  /** its API's host where that is another one; an empty text otherwise */
  apiOrigin: string;
}

/**
 * What is kept in session memory: never on disk, out of reach for pages and content scripts, and gone
 * when the browser closes.
 */

/**
 * The last known list of a portal.
 * @param tab the tab whose own session it is; empty for the ordinary one
 */
export const knownList = (origin: string, tab = '') =>
  memory<KnownList | null>(`list:${origin} ${tab}`, null);

/** Values that wait for their person, and what became of the others; the background alone writes it. */
export const handoffs = memory<Handoff[]>('handoffs', []);

/** When the clipboard is emptied of a key; the background alone writes it. */
export const clearing = memory<Clearing>('clearing', null);

/** The portal whose hosts are being asked for: the popup may be gone when the answer comes. */
export const connecting = memory<Connecting | null>('connecting', null);

/** What was begun and neither sent nor discarded, by the session and by what it is for. */
export const drafts = memory<Record<string, Record<string, string>>>('drafts', {});

/** Only this very version of the extension has written to this memory, so its shape is known. */
function memory<T>(key: string, fallback: T) {
  return storageItem('session', key, (stored) => (stored ?? fallback) as T);
}
