import { storage } from 'wxt/utils/storage';
import type { Handoff } from './keys/handoff';
import type { ApiKey } from './portal/schema';

/**
 * What is kept in session memory: never on disk, out of reach for pages and content scripts, and gone
 * when the browser closes.
 */

/** The last known list of a portal, so that a window can paint at once. */
export interface KnownList {
  keys: ApiKey[];
  /** when it was read; milliseconds since the epoch */
  readAt: number;
  /** who was signed in, where the portal tells */
  userName: string | null;
}

export const knownList = (origin: string) =>
  storage.defineItem<KnownList | null>(`session:list:${origin}`, { fallback: null });

/** Values that wait for their person, and what became of the others; the background alone writes it. */
export const handoffs = storage.defineItem<Handoff[]>('session:handoffs', { fallback: [] });

/** The portal whose host is being asked for: the popup may be gone when the answer comes. */
export const connecting = storage.defineItem<{ origin: string; label: string } | null>(
  'session:connecting',
  { fallback: null },
);

/** A new key's name as far as it was typed, by the portal's origin. */
export const drafts = storage.defineItem<Record<string, string>>('session:drafts', {
  fallback: {},
});
