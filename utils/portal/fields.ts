/** Writes a field's name without case and separators: `lastIp`, `last_ip` and `LastIP` are the same. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** Gives a record's fields by their plain names. */
export function plainFields(record: Record<string, unknown>): Map<string, unknown> {
  return new Map(Object.entries(record).map(([name, value]) => [plain(name), value]));
}
