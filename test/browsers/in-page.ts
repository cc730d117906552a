/* Functions that run inside a page: each is sent there as text and must stand on its own. */

/**
 * Tells where an element can be clicked once it rests: not disabled, in view, and with nothing in
 * front of it; and for how many milliseconds a hand has to rest on it.
 */
export async function clickablePoint(
  element: Element,
): Promise<{ x: number; y: number; rest: number } | null> {
  if (element.matches(':disabled, [aria-disabled="true"]')) return null;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  // A page that is not drawn, as it is behind another one, would be waited for without an end.
  const drawn = await Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => resolve(true))),
    new Promise((resolve) => setTimeout(resolve, 500, false)),
  ]);
  if (!drawn) return null;
  const box = element.getBoundingClientRect();
  if (box.x !== before.x || box.y !== before.y || box.width === 0) return null;

  const root = element.getRootNode() as Document | ShadowRoot;
  // The extension's buttons in other pages take no click from a pointer that has only just arrived.
  const rest = root instanceof ShadowRoot ? 250 : 0;
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2, rest };
  const hit = root.elementFromPoint(point.x, point.y);
  return hit && (element.contains(hit) || hit.contains(element)) ? point : null;
}

/** The text a person sees, without what is hidden. */
export function visibleText(element: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: only this knows what is hidden
  return element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
}
