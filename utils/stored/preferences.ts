import { storageItem } from '../browser/storage';
import { isRecord } from '../record';

/** Settings for all portals. The popup needs none of them, so it does not load this file. */
export interface Preferences {
  /** how long a new key's value is kept; minutes */
  waitMinutes: number;
  /** how long after copying a key the clipboard is cleared; seconds, 0 for never */
  clearAfter: number;
  /** how long a key must be unused for each of the two filters; days */
  unusedDays: [number, number];
}

/** The choices for `clearAfter`, in seconds. An alarm cannot go off sooner than after 30 seconds. */
export const CLEAR_DELAYS = [0, 30, 60, 120, 300];

const DEFAULT_WAIT = 10;

/** The preferences until the person changes them. */
export const DEFAULT_PREFERENCES: Preferences = {
  waitMinutes: DEFAULT_WAIT,
  clearAfter: 0,
  unusedDays: [45, 90],
};

/** The stored preferences. */
// Marked as pure so that the bundler can leave it out of the content script, which reads storage directly.
export const preferences = /* @__PURE__ */ storageItem('local', 'preferences', readPreferences);

/**
 * Returns `waitMinutes` from stored preferences, or its default if it is missing or invalid.
 * @param stored the stored preferences, not validated
 */
export const readWaitMinutes = (stored: unknown): number =>
  isRecord(stored) && isPositiveInteger(stored.waitMinutes) ? stored.waitMinutes : DEFAULT_WAIT;

/** Validates stored preferences. A missing or invalid field gets its default. */
function readPreferences(stored: unknown): Preferences {
  const { clearAfter, unusedDays }: Partial<Preferences> = isRecord(stored) ? stored : {};
  return {
    waitMinutes: readWaitMinutes(stored),
    clearAfter: isDelay(clearAfter) ? clearAfter : DEFAULT_PREFERENCES.clearAfter,
    unusedDays:
      Array.isArray(unusedDays) && unusedDays.length === 2 && unusedDays.every(isPositiveInteger)
        ? unusedDays
        : DEFAULT_PREFERENCES.unusedDays,
  };
}

const isDelay = (value: unknown): value is number => CLEAR_DELAYS.includes(value as number);

const isPositiveInteger = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0;
