import type { ApiKey } from '../portal/schema';

/** What was recognised on the portal's page, and the names of the keys that it shows. */
export interface Inspection {
  report: { recognised: boolean; mentions: boolean; rows: number };
  names: string[];
}

/** The page mentions API keys but none were recognised, or it shows other keys than the API. */
export type PageProblem =
  | { kind: 'unrecognised' }
  | { kind: 'mismatch'; onPage: number; inApi: number };

/**
 * Compares the portal's page with its API. A page may show only some of the keys, so the only mismatch is a
 * key on the page that the API does not list.
 * @returns what is wrong, or `null`
 */
export function checkPage({ report, names }: Inspection, keys: ApiKey[]): PageProblem | null {
  if (!report.recognised) return report.mentions ? { kind: 'unrecognised' } : null;
  if (names.length === 0) return null;
  const inApi = new Set(keys.map((key) => key.name.trim()));
  const strange = names.some((name) => !inApi.has(name.trim()));
  return strange ? { kind: 'mismatch', onPage: names.length, inApi: keys.length } : null;
}
