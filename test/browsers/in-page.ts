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

/**
 * Gives the visible elements that may have an accessible name: few, among them every one that has it;
 * and those of them that are in none of the others.
 * @param selector which elements to look at
 * @param name is left out where any will do
 * @param roots where to look; the whole page by default
 */
export function candidates(
  selector: string,
  name?: string | null,
  ...roots: (Element | ShadowRoot)[]
): [all: Element[], outermost: Element[]] {
  // Browsers put spaces between the parts of a name by rules of their own.
  const bare = (text: string) => text.replace(/\s+/g, '').toLowerCase();
  const named = '[aria-label], [aria-labelledby], [title], [alt], [placeholder], [value]';
  const said = (element: Element): string => {
    const parts = [element, ...element.querySelectorAll(named)].flatMap((each) => [
      ...['aria-label', 'title', 'alt', 'placeholder', 'value'].map((one) =>
        each.getAttribute(one),
      ),
      ...(each.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .map((id) => (each.getRootNode() as Document).getElementById(id)?.textContent),
    ]);
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    const texts = labels.map(({ textContent }) => textContent);
    return bare([element.textContent, ...texts, ...parts].join(' '));
  };
  const wanted = typeof name === 'string' ? bare(name) : '';
  const found = new Set(
    (roots.length > 0 ? roots : [document])
      .flatMap((root) => [...root.querySelectorAll(selector)])
      .filter((element) => wanted === '' || said(element).includes(wanted))
      .filter((element) => element.checkVisibility({ visibilityProperty: true })),
  );
  const isInside = (element: Element) => {
    for (let up = element.parentElement; up; up = up.parentElement) if (found.has(up)) return true;
    return false;
  };
  return [[...found], [...found].filter((element) => !isInside(element))];
}

/** The text a person sees, without what is hidden. */
export function visibleText(element: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: only this knows what is hidden
  return element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
}
