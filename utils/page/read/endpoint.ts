import type { Section } from './section';

export interface EndpointFinding {
  url: string;
  /** The element that shows the address. */
  element: Element;
}

function asUrl(text: string | undefined): string | undefined {
  return text && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined;
}

/**
 * Finds the API's address near the keys. It is read as shown and never built: it may be on another
 * host than the page, some versions of the portal do not show it, and some show it above the heading.
 */
export function findEndpoint({ tokens, scope, inService }: Section): EndpointFinding | undefined {
  const found = tokens.flatMap(({ label, element, rest }, index) => {
    if (label !== 'endpoint' || inService(element)) return [];
    const here = asUrl(rest);
    if (here) return [{ url: here, element }];
    const next = tokens[index + 1];
    const url = asUrl(next?.text);
    return next && url ? [{ url, element: next.element }] : [];
  });
  for (let near: Element | null = scope; near; near = near.parentElement) {
    const inside = found.find(({ element }) => near?.contains(element));
    if (inside) return inside;
  }
  return undefined;
}
