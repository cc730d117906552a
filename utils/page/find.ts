import { type EndpointFinding, findEndpoint } from './endpoint';
import { findNewValues, type NewValue } from './newValue';
import { findKeyRows, type KeyRow } from './rows';
import { findSection } from './section';
import { readTokens } from './tokens';

/** What a page shows of a person's API keys; all empty on any other page. */
export interface Findings {
  endpoint?: EndpointFinding;
  rows: KeyRow[];
  newValues: NewValue[];
  /** The page is one that can show more, so the smallest change in it counts. */
  recognised: boolean;
}

/**
 * Reads a page of the portal by its structure and its words, in any of its three languages.
 * Nothing is learned from class names, brands, colours or addresses, as every portal has its own.
 * @param root the element to look in, usually the body
 */
export function find(root: Element): Findings {
  const tokens = readTokens(root);
  const { section, inService } = findSection(tokens);
  const newValues = findNewValues(tokens, inService, section);
  if (!section) return { rows: [], newValues, recognised: tokens.some((token) => token.generated) };
  const endpoint = findEndpoint(section);
  return { rows: findKeyRows(section), newValues, recognised: true, ...(endpoint && { endpoint }) };
}
