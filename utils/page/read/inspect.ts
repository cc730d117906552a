import type { Findings } from './find';
import { fold } from './labels';
import { isHeading } from './section';
import type { Token } from './tokens';

/** What was recognised on a page. It is safe to share: it contains no name, address or value. */
export interface PageReport {
  recognised: boolean;
  /** Whether it reads like a page with API keys, even if it was not recognised. */
  mentions: boolean;
  language: 'en' | 'fr' | 'es' | null;
  shape: 'table' | 'cards' | null;
  rows: number;
  endpoint: boolean;
  newValues: number;
  serviceFields: number;
  /** The signs of a page with API keys that it lacks. */
  missing: string[];
}

function languageOf(tokens: Token[]): PageReport['language'] {
  const texts = fold(tokens.map(({ label, text }) => (label ? text : '')).join(' '));
  if (/\bcles? |derniere/.test(texts)) return 'fr';
  if (/clave|ultima/.test(texts)) return 'es';
  return /key|last/.test(texts) ? 'en' : null;
}

/** Reports what was recognised on a page, for a person whose portal is not. */
export function reportOf(findings: Findings): PageReport {
  const { tokens, signs, endpoint, rows, newValues, services, recognised } = findings;
  const isService = (token: Token) => token.label === 'serviceSection' && isHeading(token);
  // Many other pages have a link to such a page.
  const generates = ({ label, element }: Token) =>
    label === 'generate' && element.closest('button,[role=button]');
  const serviceHeading = tokens.some(isService);
  const evidence = {
    ...signs,
    endpoint: endpoint !== undefined,
    rows: rows.length > 0,
    serviceHeading,
    serviceFields: services.length > 0,
  };
  return {
    recognised,
    mentions: !!signs.heading || serviceHeading || tokens.some(generates),
    language: languageOf(tokens),
    shape: rows[0]?.shape ?? null,
    rows: rows.length,
    endpoint: evidence.endpoint,
    newValues: newValues.length,
    serviceFields: services.flatMap(({ fields }) => fields).length,
    missing: Object.entries(evidence).flatMap(([sign, isThere]) => (isThere ? [] : sign)),
  };
}

/** The names of the keys on a page, to compare with what the API lists. */
export function keyNames({ rows }: Findings): string[] {
  return rows.map(({ name }) => name.text);
}
