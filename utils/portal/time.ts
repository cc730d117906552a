import { readText } from './fields';

/** The largest time that a `Date` can hold (ECMAScript, 21.4.1.1), in milliseconds. */
const LAST_TIME = 8.64e15;

/** Seconds since the epoch stay below this until the year 5138; milliseconds passed it in 1973. */
const FIRST_MILLISECONDS = 1e11;

/**
 * Reads the time at which a key was last used.
 * @param value ISO 8601, `YYYY-MM-DD HH:mm:ss`, or seconds or milliseconds since the epoch. A time
 *   without a zone is taken as UTC, as the portal's documentation does for its API.
 * @returns milliseconds since the epoch, `null` for never, or `unknown` if a time is given but cannot be read
 */
export function readTime(value: unknown): number | 'unknown' | null {
  if (typeof value === 'number') {
    const time = value < FIRST_MILLISECONDS ? value * 1000 : value;
    if (time <= 0) return null;
    return time <= LAST_TIME ? time : 'unknown';
  }
  const written = readText(value);
  if (written === null) return isBlank(value) ? null : 'unknown';
  if (/^\d+$/.test(written)) return readTime(Number(written));
  const iso = written.replace(' ', 'T');
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`);
  return Number.isNaN(time) ? 'unknown' : time;
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === false || typeof value === 'string';
