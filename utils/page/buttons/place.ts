import { ours } from '../read/ours';
import { INLINE, isField, lineage } from '../read/tokens';
import { style } from './style';

/** The width of a button, and of the empty space on either side of its icon, in CSS pixels. */
export const WIDTH = 24;
const EMPTY = 4;

/** Where a button goes: into an element as its last child, or right after an element. */
export interface Place {
  in?: Element;
  after?: Element;
}

/**
 * Finds the place beside a text. Frameworks tolerate a foreign element after one of their own or at the
 * end of it, but not one that wraps or moves theirs.
 */
export function placeBeside(text: Element): Place {
  // Inside a link or another button, a button would be part of it.
  const control =
    text.closest('a,button,label,[role=button]') ?? (isField(text) ? text : undefined);
  const outer = control ?? text;
  // After a flex item it would become one too, and be moved away from its text.
  const isItem = /flex|grid/.test(getComputedStyle(outer.parentElement ?? outer).display);
  const { display } = getComputedStyle(text);
  const inLine = INLINE.test(text.tagName) && display.startsWith('inline') && !isItem;
  return control || inLine ? { after: outer } : { in: text };
}

/** Puts a button in its place. A second button for the same text goes after the first. */
export function put(host: HTMLElement, place: Place): void {
  let last = place.after;
  while (last?.nextElementSibling && ours.has(last.nextElementSibling))
    last = last.nextElementSibling;
  if (last) last.after(host);
  else place.in?.append(host);
}

/** The box whose last line the button ends; none if more follows in that line. */
function boxAround(host: HTMLElement): Element | undefined {
  for (const around of lineage(host)) {
    const { display } = getComputedStyle(around);
    if (around !== host && display !== 'inline')
      return /flex|inline/.test(display) ? undefined : around;
    for (let next = around.nextSibling; next; next = next.nextSibling)
      if (next.nodeType === 1 || next.nodeValue?.trim()) return undefined;
  }
  return undefined;
}

/** How far to the right the icon may reach: up to the box's neighbour, or to the end of the box. */
function edge(box: Element, host: HTMLElement): number {
  const own = host.getBoundingClientRect();
  for (const around of lineage(box).slice(0, 3)) {
    const next = around.nextElementSibling?.getBoundingClientRect();
    if (next && next.left >= own.left && next.top < own.bottom && next.bottom > own.top)
      return next.left;
  }
  return box.getBoundingClientRect().right;
}

/** Whether a box that hides its overflow hides the button. */
function isCut(host: HTMLElement): boolean {
  const { right } = host.getBoundingClientRect();
  return lineage(host)
    .slice(1, 4)
    .some(
      (around) =>
        /hidden|clip/.test(getComputedStyle(around).overflowX) &&
        right > around.getBoundingClientRect().right,
    );
}

/**
 * Lets buttons hang over free space behind their text as if they had no width. This way the columns of
 * a table keep their widths, and each button stays on the line of its text.
 */
export function makeRoom(hosts: HTMLElement[]): void {
  const hang = (host: HTMLElement, on: boolean) =>
    style(host, { 'margin-right': on ? `-${WIDTH}px` : '0' });
  const boxes = hosts.map((host) => [host, boxAround(host)] as const);
  for (const [host, box] of boxes) hang(host, box !== undefined);
  // Measuring all before changing any has the browser lay out the page only once.
  const tight = boxes.filter(
    ([host, box]) => box && host.getBoundingClientRect().right - EMPTY > edge(box, host),
  );
  for (const [host] of tight) hang(host, false);
  // Before its text a button is visible, however long the text is.
  for (const host of hosts) if (isCut(host)) host.parentElement?.prepend(host);
}
