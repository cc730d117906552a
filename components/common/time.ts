const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/**
 * How long ago something was, such as "3 days ago".
 * @param time when it was; milliseconds since the epoch
 * @param now milliseconds since the epoch
 * @param language a BCP 47 tag
 */
export function relativeTime(time: number, now: number, language: string): string {
  const seconds = Math.min(0, (time - now) / 1000);
  for (const [unit, size] of UNITS) {
    if (-seconds >= size) {
      // Not "yesterday": 47 hours ago may have been the day before yesterday.
      const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
      return format.format(Math.ceil(seconds / size), unit);
    }
  }
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'minute');
}

/** A date and time in full, in the reader's time zone. */
export function exactTime(time: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    time,
  );
}

/** A duration as minutes and seconds, such as "9:05". */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
