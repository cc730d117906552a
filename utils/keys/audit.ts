import type { ApiKey } from '../portal/schema';

export type Column = 'name' | 'lastIp' | 'lastActivity';
export interface Order {
  column: Column;
  descending: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Tells whether a key was not used for more than some days; one that never was counts too, one
 * of which it is not known does not.
 */
export function isUnused(key: ApiKey, days: number, now: number): boolean {
  const { lastActivity } = key;
  if (lastActivity === 'unknown') return false;
  return lastActivity === null || now - lastActivity > days * DAY;
}

/**
 * Sorts a copy of the list. Keys without a value in the column come last, whichever way it is sorted.
 * @param language a BCP 47 tag, for the order of names
 */
export function sortKeys(keys: ApiKey[], order: Order, language: string): ApiKey[] {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const sign = order.descending ? -1 : 1;
  return [...keys].sort((a, b) => {
    const one = a[order.column];
    const other = b[order.column];
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    const blank = (value: unknown) => value === null || value === 'unknown';
    if (order.column !== 'name' && (blank(one) || blank(other))) {
      return Number(blank(one)) - Number(blank(other));
    }
    return sign * compare(String(one), String(other));
  });
}

/**
 * Writes keys as CSV (RFC 4180) for a spreadsheet; times in ISO 8601, UTC.
 * A cell that a spreadsheet would run as a formula is made text with a leading apostrophe
 * (OWASP, CSV injection).
 * @param headings of the columns name, last IP and last activity
 */
export function toCsv(keys: ApiKey[], headings: [string, string, string]): string {
  const rows = keys.map(({ name, lastIp, lastActivity }) => [
    name,
    lastIp ?? '',
    typeof lastActivity === 'number' ? new Date(lastActivity).toISOString() : (lastActivity ?? ''),
  ]);
  // The mark at the beginning has Excel read the file as UTF-8.
  return `\uFEFF${[headings, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** How a formula begins, also in full width, and behind what a spreadsheet may leave out. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function cell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
