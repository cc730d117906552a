import type { Label } from './labels';
import { common, INLINE, TABLE, type Token, widest } from './tokens';

/** The part of the page that holds the person's own API keys. */
export interface Section {
  tokens: Token[];
  /** The smallest element that contains all the signs of the section. */
  scope: Element;
  /** Whether an element belongs to the keys of services, which look alike. */
  inService: (element: Element) => boolean;
}

/** The signs of the section, each undefined if it is missing. */
export type Signs = Record<'heading' | 'generate' | 'columns', Token | undefined>;

const CLICKABLE =
  'button,a,input,summary,[role=button],[role=link],[role=menuitem],[role=tab],[onclick]';

function isClickable(element: Element): boolean {
  return element.closest(CLICKABLE) !== null || getComputedStyle(element).cursor === 'pointer';
}

/** A heading stands alone; a word in a sentence has text beside it. */
function standsAlone({ element }: Token): boolean {
  if (!INLINE.test(element.tagName)) return true;
  const outer = widest(element, (parent) => INLINE.test(parent.tagName)).parentElement;
  return ![...(outer?.childNodes ?? [])].some(
    (node) => node.nodeType === 3 && node.nodeValue?.trim(),
  );
}

/** A heading is neither a link nor a part of a sentence. */
export function isHeading(token: Token): boolean {
  return !isClickable(token.element) && standsAlone(token);
}

function serviceTest(tokens: Token[], own: Token[]): (element: Element) => boolean {
  const holdsOwn = (element: Element) => own.some((token) => element.contains(token.element));
  const regions: Element[] = [];
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.label === 'field' && next?.label === 'value') {
      const row = common(token.element, next.element);
      regions.push(row.closest(TABLE) ?? row.parentElement ?? row);
    }
    if (token.label !== 'serviceSection' || isClickable(token.element)) continue;
    const region = widest(token.element, (element) => !holdsOwn(element));
    regions.push(region);
    // On a flat page, tables are siblings of their headings.
    for (
      let next = region.nextElementSibling;
      next && !holdsOwn(next);
      next = next.nextElementSibling
    )
      regions.push(next);
  }
  return (element) => regions.some((region) => region.contains(element));
}

/**
 * Finds the section with the person's keys. It takes two of three signs: the heading, the button that
 * generates a key, the columns. Menus, help pages and prose can have one of them.
 */
export function findSection(tokens: Token[]): {
  section: Section | undefined;
  inService: Section['inService'];
  signs: Signs;
} {
  const all = (label: Label) => tokens.filter((token) => token.label === label);
  const heads = all('section').filter(isHeading);
  const buttons = all('generate').filter((token) => isClickable(token.element));
  const ips = all('lastIp');
  const columns = ips.length > 0 ? [...ips, ...all('lastActivity')] : [];
  const announced = tokens.filter((token) => token.generated);
  const inService = serviceTest(tokens, [...heads, ...buttons, ...columns, ...announced]);

  const own = (group: Token[]) => group.find((token) => !inService(token.element));
  const signs = {
    heading: own(heads),
    generate: own(buttons),
    columns: own(columns.length > ips.length ? columns : []),
  };
  const [first, ...others] = Object.values(signs).flatMap((sign) => sign?.element ?? []);
  const scope = first && others.length > 0 ? common(first, ...others) : undefined;
  return { section: scope && { tokens, scope, inService }, inService, signs };
}
