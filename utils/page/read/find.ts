import { findEndpoint } from './endpoint';
import { findNewValues, type NewValue } from './new-values';
import { findKeyRows, type KeyRow, type Shown } from './rows';
import { findSection, type Signs } from './section';
import { findServices, type ServiceTable } from './services';
import { readTokens, type Token } from './tokens';

/** What a page shows of a person's API keys; all empty on any other page. */
export interface Findings {
  endpoint?: Shown | undefined;
  rows: KeyRow[];
  newValues: NewValue[];
  services: ServiceTable[];
  /** Whether API keys can appear on this page. If so, every change to it counts. */
  recognised: boolean;
  /** The texts that all this was read from. */
  tokens: Token[];
  signs: Signs;
}

/**
 * Reads a page of the portal by its structure and its words, in any of its three languages. Class
 * names, brands, colours and addresses say nothing, because every portal has its own.
 * @param root the element to look in, usually the body
 */
export function find(root: Element): Findings {
  const tokens = readTokens(root);
  const { section, inService, signs } = findSection(tokens);
  const services = findServices(tokens);
  return {
    tokens,
    signs,
    services,
    newValues: findNewValues(tokens, inService, section),
    rows: section ? findKeyRows(section) : [],
    endpoint: section && findEndpoint(section),
    recognised: !!section || services.length > 0 || tokens.some((token) => token.generated),
  };
}
