import type { ApiKey } from '../portal/schema';

/** A column of the audit table. */
export type Column = 'name' | 'lastIp' | 'lastActivity';
/** How a table is sorted. */
export interface Order {
  column: Column;
  descending: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether a key was not used for more than a number of days. A key that was never used counts as unused; a
 * key with unknown activity does not.
 * @param now milliseconds since the epoch
 */
export function isUnused(key: ApiKey, days: number, now: number): boolean {
  const { lastActivity } = key;
  if (lastActivity === 'unknown') return false;
  return lastActivity === null || now - lastActivity > days * DAY;
}

/**
 * Returns a sorted copy of a list. Keys without a value in the column come last in either direction.
 * @param language a BCP 47 tag, which decides the order of names
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
 * Returns keys as CSV (RFC 4180) for a spreadsheet, with times in ISO 8601, UTC. A leading apostrophe keeps a
 * spreadsheet from running a cell as a formula (OWASP, "CSV Injection").
 * @param headings of the columns for name, last IP and last activity
 */
export function toCsv(keys: ApiKey[], headings: [string, string, string]): string {
  const rows = keys.map(({ name, lastIp, lastActivity }) => [
    name,
    lastIp ?? '',
    typeof lastActivity === 'number' ? new Date(lastActivity).toISOString() : (lastActivity ?? ''),
  ]);
  // With a byte order mark, Excel reads the file as UTF-8.
  return `\uFEFF${[headings, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The start of a formula, full-width characters included, after anything that a spreadsheet may skip. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function cell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
