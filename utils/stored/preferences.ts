import { storageItem } from '../browser/storage';
import { isRecord } from '../record';

/** What holds for all portals. The popup needs none of it, and so does not load this. */
export interface Preferences {
  /** a new key's value waits this long to be taken over; minutes */
  waitMinutes: number;
  /** the clipboard is emptied this long after a key was copied; seconds, 0 for never */
  clearAfter: number;
  /** the two filters for keys that were not used for so long; days */
  unusedDays: [number, number];
}

/** What can be chosen for `clearAfter`. An alarm cannot ring before half a minute is over. */
export const CLEAR_DELAYS = [0, 30, 60, 120, 300];

const DEFAULT_WAIT = 10;

export const DEFAULT_PREFERENCES: Preferences = {
  waitMinutes: DEFAULT_WAIT,
  clearAfter: 0,
  unusedDays: [45, 90],
};

// Marked as pure so that the script in a page, which reads them itself, does without the rest.
export const preferences = /* @__PURE__ */ storageItem('local', 'preferences', readPreferences);

/** Reads of the preferences what the script in a portal's page needs. */
export const readWaitMinutes = (stored: unknown): number =>
  isRecord(stored) && isWhole(stored.waitMinutes) ? stored.waitMinutes : DEFAULT_WAIT;

/** Reads what is stored; what is missing or out of range has its default. */
function readPreferences(value: unknown): Preferences {
  const given: Partial<Preferences> = isRecord(value) ? value : {};
  const days = given.unusedDays;
  return {
    waitMinutes: readWaitMinutes(value),
    clearAfter: isDelay(given.clearAfter) ? given.clearAfter : DEFAULT_PREFERENCES.clearAfter,
    unusedDays:
      Array.isArray(days) && days.length === 2 && days.every(isWhole)
        ? days
        : DEFAULT_PREFERENCES.unusedDays,
  };
}

const isDelay = (value: unknown): value is number => CLEAR_DELAYS.includes(value as number);

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0;
