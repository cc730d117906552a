import { style } from './style';
import { INLINE, isField } from './tokens';

/** Where a button goes: into an element as its last child, or right after another one. */
export interface Place {
  parent: Element;
  after?: Element;
}

const CELL = 'td,th,[role=cell],[role=gridcell]';

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
  const inLine = INLINE.test(text.tagName) && !isItem && !text.matches(CELL);
  return control || inLine ? { parent, after: outer } : { parent: text };
}

/** Puts the button there, unless it is there already. */
export function put(host: HTMLElement, { parent, after }: Place): void {
  if (host.isConnected && host.parentElement === parent) return;
  // In a table it hangs over the cell's free space, so that no column changes its width.
  if (parent.closest(CELL)) style(host, { 'margin-right': '-28px' });
  if (after) after.after(host);
  else parent.append(host);
}
