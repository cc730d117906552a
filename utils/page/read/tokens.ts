import { type Label, LONGEST_LABEL, labelOf, saysGenerated } from './labels';

/** One piece of text as the page shows it. */
export interface Token {
  /** The element that contains the text, or the field whose value it is. */
  element: Element;
  text: string;
  label?: Label | undefined;
  /** What follows the label in the same text, as in "Endpoint: https://...". */
  rest?: string | undefined;
  /** Whether the text is the sentence that announces a generated key. */
  generated: boolean;
}

const SKIPPED = 'script,style,template,noscript,svg,select,option';
/** Elements read as a whole, because an icon or a highlight can split their text. */
const WHOLE =
  'h1,h2,h3,h4,h5,h6,th,dt,label,legend,a,button,[role=heading],[role=button],[role=columnheader]';

export const TABLE = 'table,[role=table],[role=grid]';

/** Elements that are part of a line of text. */
export const INLINE = /^(?:B|STRONG|EM|I|SPAN|MARK|CODE|SAMP|KBD|FONT|SMALL)$/;

export function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return /^(?:INPUT|TEXTAREA)$/.test(element.tagName);
}

/** A field that a person can type into never contains a generated value. */
export function isFilledByPerson(element: Element): boolean {
  return isField(element) && !element.readOnly && !element.disabled;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function token(element: Element, raw: string): Token | undefined {
  const text = squeeze(raw);
  if (text === '' || text === ':') return undefined;
  const whole = labelOf(text);
  const [, head = '', rest] = (!whole && /^([^:]{2,48}):\s*(\S.*)$/.exec(text)) || [];
  const label = whole ?? labelOf(head);
  return { element, text, generated: saysGenerated(text), label, rest: label && rest };
}

function wholeToken(element: Element): Token | undefined {
  const text = element.textContent;
  if (text.length > 4 * LONGEST_LABEL) return undefined;
  const shown = squeeze(text);
  const words =
    shown || (element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '');
  const found = token(element, words);
  return found?.label && !found.rest ? found : undefined;
}

function readChildren(parent: Element, out: Token[]): void {
  // Frameworks split a text into several nodes, so neighbouring ones are read as one.
  let run = '';
  const flush = () => {
    const found = run && token(parent, run);
    if (found) out.push(found);
    run = '';
  };
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) run += node.nodeValue ?? '';
    // A line may break at a WBR, but the text goes on.
    else if (node.nodeType === 1 && node.nodeName !== 'WBR') {
      flush();
      readElement(node as Element, out);
    }
  }
  flush();
}

function readElement(element: Element, out: Token[]): void {
  if (element.matches(SKIPPED)) return;
  const whole = isField(element)
    ? token(element, element.value)
    : element.matches(WHOLE)
      ? wholeToken(element)
      : undefined;
  if (whole) out.push(whole);
  else readChildren(element, out);
}

/** Reads all texts of a page in document order. Hidden parts count too: they can be shown later. */
export function readTokens(root: Element): Token[] {
  const out: Token[] = [];
  readChildren(root, out);
  return out;
}

/** An element and all elements around it, the innermost first. */
export function lineage(element: Element): Element[] {
  const found: Element[] = [];
  for (let outer: Element | null = element; outer; outer = outer.parentElement) found.push(outer);
  return found;
}

/** The smallest element that contains all the given ones, which are in one document. */
export function common(first: Element, ...others: Element[]): Element {
  const holdsAll = (around: Element) => others.every((other) => around.contains(other));
  return lineage(first).find(holdsAll) ?? first;
}

/** The largest element around this one that still passes the test, or this one itself. */
export function widest(start: Element, test: (element: Element) => boolean): Element {
  let found = start;
  while (found.parentElement && test(found.parentElement)) found = found.parentElement;
  return found;
}

/** Lists the elements inside another that match a selector and come after a starting point, if any. */
export function elementsAfter(
  start: Element | undefined,
  around: Element,
  selector: string,
): Element[] {
  const all = [...around.querySelectorAll(selector)];
  return start ? all.slice(all.indexOf(start) + 1) : all;
}

/** Leaves out the elements inside others. The list has to be in document order. */
export function outermost(elements: Element[]): Element[] {
  let last: Element | undefined;
  return elements.filter((element) => {
    if (last?.contains(element)) return false;
    last = element;
    return true;
  });
}
