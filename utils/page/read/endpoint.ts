import type { Shown } from './rows';
import type { Section } from './section';
import { lineage } from './tokens';

function asUrl(text: string | undefined): string | undefined {
  return text && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined;
}

/**
 * Finds the API's address near the keys. It is read and never built, because it can be on another host
 * than the page. Some versions of the portal do not show it, and some show it above the heading.
 */
export function findEndpoint({ tokens, scope, inService }: Section): Shown | undefined {
  const found = tokens.flatMap(({ label, element, rest }, index) => {
    if (label !== 'endpoint' || inService(element)) return [];
    const here = asUrl(rest);
    if (here) return [{ text: here, element }];
    const next = tokens[index + 1];
    const text = asUrl(next?.text);
    return next && text ? [{ text, element: next.element }] : [];
  });
  const within = (around: Element) => found.filter(({ element }) => around.contains(element));
  return lineage(scope).flatMap(within)[0];
}
