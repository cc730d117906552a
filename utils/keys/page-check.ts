import type { ApiKey } from '../portal/schema';

/** What the portal's page told about itself: what was recognised on it, and the names it shows. */
export interface Inspection {
  report: { recognised: boolean; mentions: boolean; rows: number };
  names: string[];
}

export type PageProblem =
  | { kind: 'unrecognised' }
  | { kind: 'mismatch'; onPage: number; inApi: number };

/**
 * Compares the portal's page with its API. A page may show less than all keys, so only a key that it
 * shows and the API does not have, or a whole page of fewer keys, tells of two different things.
 * @returns what is wrong, or `null`
 */
export function checkPage({ report, names }: Inspection, keys: ApiKey[]): PageProblem | null {
  if (!report.recognised) return report.mentions ? { kind: 'unrecognised' } : null;
  if (names.length === 0) return null;
  const inApi = new Set(keys.map((key) => key.name.trim()));
  const strange = names.some((name) => !inApi.has(name.trim()));
  return strange ? { kind: 'mismatch', onPage: names.length, inApi: keys.length } : null;
}
