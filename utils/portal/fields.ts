/**
 * Removes case, digits and separators from a field's name.
 * @returns letters `a` to `z` only: `lastIp`, `last_ip` and `LastIP` all become `lastip`
 */
export function normalizeFieldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** A record's values by normalized field name. */
export type Fields = ReadonlyMap<string, unknown>;

/** Returns a record's values by normalized field name. If two names become the same, the last wins. */
export function normalizeFields(record: Record<string, unknown>): Fields {
  return new Map(Object.entries(record).map(([name, value]) => [normalizeFieldName(name), value]));
}

/** Returns trimmed text, or `null` for an empty one, a dash, or anything but text. */
export function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' || trimmed === '-' ? null : trimmed;
}
