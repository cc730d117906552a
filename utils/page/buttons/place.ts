import { ours } from '../read/ours';
import { style } from './style';

/** How much of its line a button takes, and how much of that is empty on either side of its icon. */
export const WIDTH = 24;
const EMPTY = 4;

import { INLINE, isField } from '../read/tokens';

/** Where a button goes: into an element as its last child, or right after another one. */
export interface Place {
  parent: Element;
  after?: Element;
}

/**
 * Finds the place beside a text. Frameworks keep their own nodes in order and leave strangers alone,
 * so a button may stand after an element of theirs or at the end of one, but never wraps or moves one.
 */
export function placeBeside(text: Element): Place {
  // A button inside a link or another button would be part of it.
  const control =
    text.closest('a,button,label,[role=button]') ?? (isField(text) ? text : undefined);
  const outer = control ?? text;
  const parent = outer.parentElement ?? outer;
  // After an item of a flexible line it would become an item too, and be spread over the line.
  const isItem = /flex|grid/.test(getComputedStyle(parent).display);
  const { display } = getComputedStyle(text);
  const inLine = INLINE.test(text.tagName) && display.startsWith('inline') && !isItem;
  return control || inLine ? { parent, after: outer } : { parent: text };
}

/** Puts the button there. */
export function put(host: HTMLElement, { parent, after }: Place): void {
  let last = after;
  // A second button for the same text stands behind the first.
  while (last?.nextElementSibling && ours.has(last.nextElementSibling))
    last = last.nextElementSibling;
  if (last) last.after(host);
  else parent.append(host);
}

/** The box in which the host ends the last line; none when more follows it in its line. */
function boxAround(host: HTMLElement): Element | undefined {
  let around: Element = host;
  while (around === host || getComputedStyle(around).display === 'inline') {
    for (let next = around.nextSibling; next; next = next.nextSibling)
      if (next.nodeType === 1 || next.nodeValue?.trim()) return undefined;
    if (!around.parentElement) return undefined;
    around = around.parentElement;
  }
  return /flex|inline/.test(getComputedStyle(around).display) ? undefined : around;
}

/** How far to the right the icon may reach: to what stands beside the box, or to the box's end. */
function edge(box: Element, host: HTMLElement): number {
  const own = host.getBoundingClientRect();
  for (
    let around: Element | null = box, up = 0;
    around && up < 3;
    around = around.parentElement, up++
  ) {
    const next = around.nextElementSibling?.getBoundingClientRect();
    if (next && next.left >= own.left && next.top < own.bottom && next.bottom > own.top)
      return next.left;
  }
  return box.getBoundingClientRect().right;
}

/** Does a box that hides what is too long for it hide the host? */
function isCut(host: HTMLElement): boolean {
  const { right } = host.getBoundingClientRect();
  let around = host.parentElement;
  for (let up = 0; around && up < 3; around = around.parentElement, up++)
    if (
      /hidden|clip/.test(getComputedStyle(around).overflowX) &&
      right > around.getBoundingClientRect().right
    )
      return true;
  return false;
}

/**
 * Lets each button hang over the free space behind its text where there is some, as if it had no
 * width: columns of a table keep their widths, and the button stays on the line of its text.
 */
export function makeRoom(hosts: HTMLElement[]): void {
  const hang = (host: HTMLElement, on: boolean) =>
    style(host, { 'margin-right': on ? `-${WIDTH}px` : '0' });
  const boxes = hosts.map((host) => [host, boxAround(host)] as const);
  for (const [host, box] of boxes) hang(host, box !== undefined);
  // All are measured before any is changed, so that the browser lays the page out once.
  const tight = boxes.filter(
    ([host, box]) => box && host.getBoundingClientRect().right - EMPTY > edge(box, host),
  );
  for (const [host] of tight) hang(host, false);
  // Before its text it is seen, however long that is.
  for (const host of hosts) if (isCut(host)) host.parentElement?.prepend(host);
}
