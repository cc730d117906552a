import { type EndpointFinding, findEndpoint } from './endpoint';
import { findNewValues, type NewValue } from './new-values';
import { findKeyRows, type KeyRow } from './rows';
import { findSection, type Signs } from './section';
import { findServices, type ServiceTable } from './services';
import { readTokens, type Token } from './tokens';

/** What a page shows of a person's API keys; all empty on any other page. */
export interface Findings {
  endpoint?: EndpointFinding;
  rows: KeyRow[];
  newValues: NewValue[];
  services: ServiceTable[];
  /** The page is one that can show more, so the smallest change in it counts. */
  recognised: boolean;
  /** What it was read from. */
  tokens: Token[];
  signs: Signs;
}

/**
 * Reads a page of the portal by its structure and its words, in any of its three languages.
 * Nothing is learned from class names, brands, colours or addresses, as every portal has its own.
 * @param root the element to look in, usually the body
 */
export function find(root: Element): Findings {
  const tokens = readTokens(root);
  const { section, inService, signs } = findSection(tokens);
  const newValues = findNewValues(tokens, inService, section);
  const services = findServices(tokens);
  if (!section) {
    const recognised = services.length > 0 || tokens.some((token) => token.generated);
    return { tokens, signs, rows: [], newValues, services, recognised };
  }
  const endpoint = findEndpoint(section);
  const rows = findKeyRows(section);
  const all = { tokens, signs, rows, newValues, services, recognised: true };
  return endpoint ? { ...all, endpoint } : all;
}
