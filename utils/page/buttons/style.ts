import { ours } from '../read/ours';

type Declarations = Record<string, string>;

/**
 * Styles an element through its own properties, which no content security policy of a page forbids,
 * while style sheets of an extension are refused by some pages and by some versions of Firefox.
 */
export function style(element: HTMLElement | SVGElement, declarations: Declarations): void {
  for (const [name, value] of Object.entries(declarations))
    element.style.setProperty(name, value, 'important');
}

/**
 * Makes an element that the page's styles cannot reach into, nor ours out of.
 * @param layout how the element itself lies in the page; everything else is reset
 */
export function isolated(
  doc: Document,
  layout: Declarations,
): { host: HTMLElement; root: ShadowRoot } {
  const host = doc.createElement('span');
  ours.add(host);
  style(host, { all: 'initial', ...layout });
  return { host, root: host.attachShadow({ mode: 'closed' }) };
}
