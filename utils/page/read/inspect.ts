import { find } from './find';
import { fold } from './labels';
import { isHeading } from './section';
import type { Token } from './tokens';

/** What was recognised on a page; no name, address or value is in it, so it may be passed on. */
export interface PageReport {
  recognised: boolean;
  /** Whether it reads like a page with API keys, recognised or not. */
  mentions: boolean;
  language: 'en' | 'fr' | 'es' | null;
  shape: 'table' | 'cards' | null;
  rows: number;
  endpoint: boolean;
  newValues: number;
  serviceFields: number;
  /** The signs that were looked for and not found. */
  missing: string[];
}

function languageOf(tokens: Token[]): PageReport['language'] {
  const texts = fold(tokens.map(({ label, text }) => (label ? text : '')).join(' '));
  if (/\bcles? |derniere/.test(texts)) return 'fr';
  if (/clave|ultima/.test(texts)) return 'es';
  return /key|last/.test(texts) ? 'en' : null;
}

/** Tells what is recognised on a page, for a person whose portal is not. */
export function inspect(root: Element): PageReport {
  const { tokens, signs, endpoint, rows, newValues, services, recognised } = find(root);
  const isService = (token: Token) => token.label === 'serviceSection' && isHeading(token);
  // A link to such a page is found on many others.
  const generates = ({ label, element }: Token) =>
    label === 'generate' && element.closest('button,[role=button]');
  const serviceHeading = tokens.some(isService);
  const found = {
    ...signs,
    endpoint: endpoint !== undefined,
    rows: rows.length > 0,
    serviceHeading,
    serviceFields: services.length > 0,
  };
  return {
    recognised,
    mentions: signs.heading || serviceHeading || tokens.some(generates),
    language: languageOf(tokens),
    shape: rows[0]?.shape ?? null,
    rows: rows.length,
    endpoint: found.endpoint,
    newValues: newValues.length,
    serviceFields: services.flatMap(({ fields }) => fields).length,
    missing: Object.entries(found).flatMap(([sign, is]) => (is ? [] : sign)),
  };
}

/** The names of the keys that a page shows, to compare with what the API lists. */
export function keyNames(root: Element): string[] {
  return find(root).rows.map(({ name }) => name.text);
}
