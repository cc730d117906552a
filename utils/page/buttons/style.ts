import { ours } from '../read/ours';

type Declarations = Record<string, string>;

/**
 * Styles an element through its own properties, which no content security policy forbids. Some pages
 * and some versions of Firefox refuse an extension's style sheets.
 */
export function style(element: HTMLElement | SVGElement, declarations: Declarations): void {
  for (const [name, value] of Object.entries(declarations))
    element.style.setProperty(name, value, 'important');
}

/**
 * Makes an element whose inside the page's styles cannot reach.
 * @param layout the styles of the element itself; everything else is reset
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
