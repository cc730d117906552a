/* Functions that run in a page. Each is sent as source text, so it must be self-contained. */

/**
 * Finds the point where an element can be clicked.
 * @returns the point, and how long the mouse button has to stay down there, in milliseconds; null while
 *   the element is disabled, moving, out of view or covered
 */
export async function clickablePoint(
  element: Element,
): Promise<{ x: number; y: number; rest: number } | null> {
  if (element.matches(':disabled, [aria-disabled="true"]')) return null;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  // A page behind another one draws no frames, so the wait is limited.
  const drawn = await Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => resolve(true))),
    new Promise((resolve) => setTimeout(resolve, 500, false)),
  ]);
  if (!drawn) return null;
  const box = element.getBoundingClientRect();
  if (box.x !== before.x || box.y !== before.y || box.width === 0) return null;

  const root = element.getRootNode() as Document | ShadowRoot;
  // The extension's buttons in the portal's page ignore clicks by a pointer that has just arrived.
  const rest = root instanceof ShadowRoot ? 250 : 0;
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2, rest };
  const hit = root.elementFromPoint(point.x, point.y);
  return hit && (element.contains(hit) || hit.contains(element)) ? point : null;
}

/**
 * Finds the visible elements that may have an accessible name: every one that has it, and few others.
 * @param selector which elements to look at
 * @param name without one, any name will do
 * @param roots where to look; the whole page by default
 * @returns all of these elements, and those of them that are not inside another one
 */
export function candidates(
  selector: string,
  name?: string | null,
  ...roots: (Element | ShadowRoot)[]
): [all: Element[], outermost: Element[]] {
  // Each browser has its own rules for spaces between the parts of a name.
  const bare = (text: string) => text.replace(/\s+/g, '').toLowerCase();
  const named = '[aria-label], [aria-labelledby], [title], [alt], [placeholder], [value]';
  const textsOf = (element: Element): string => {
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
      .filter((element) => wanted === '' || textsOf(element).includes(wanted))
      .filter((element) => element.checkVisibility({ visibilityProperty: true })),
  );
  const isInside = (element: Element) => {
    for (let up = element.parentElement; up; up = up.parentElement) if (found.has(up)) return true;
    return false;
  };
  return [[...found], [...found].filter((element) => !isInside(element))];
}

/** The visible text of an element. */
export function visibleText(element: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: only innerText leaves out hidden text
  return element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
}
