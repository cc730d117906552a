import { isRecord } from './record';

export interface Preferences {
  /** a new key's value waits this long to be taken over; minutes */
  waitMinutes: number;
  /** the two filters for keys that were not used for so long; days */
  unusedDays: [number, number];
}

export const DEFAULT_PREFERENCES: Preferences = { waitMinutes: 10, unusedDays: [45, 90] };

/** Reads what is stored of the preferences; what is missing or no number has its default. */
export function readPreferences(value: unknown): Preferences {
  const given: Partial<Preferences> = isRecord(value) ? value : {};
  const days = given.unusedDays;
  return {
    waitMinutes: isWhole(given.waitMinutes) ? given.waitMinutes : DEFAULT_PREFERENCES.waitMinutes,
    unusedDays:
      Array.isArray(days) && days.length === 2 && days.every(isWhole)
        ? days
        : DEFAULT_PREFERENCES.unusedDays,
  };
}

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0;
