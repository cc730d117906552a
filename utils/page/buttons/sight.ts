import { ours } from '../read/ours';

/**
 * How long the pointer must rest on a button before a click counts, in milliseconds. A button that has
 * just jumped under the pointer is not the one the person meant to click.
 */
const REST = 200;

/** The smallest and the largest side of a button that the page has not resized, in CSS pixels. */
const LEAST = 20;
const MOST = 48;

/** Filters, masks and blend modes that can hide an element which stays clickable. */
const HIDES = /opac|url|blur|bright|contr|grad|[^l]$/;

/** Whether the opacity, filters and masks of an element and of all around it leave it visible. */
function isOpaque(host: Element): boolean {
  let visible = 1;
  for (
    let around: Element | undefined = host;
    around;
    around =
      around.assignedSlot ?? around.parentElement ?? (around.getRootNode() as ShadowRoot).host
  ) {
    const { opacity, filter, maskImage, mixBlendMode } = getComputedStyle(around);
    if (HIDES.test(filter + maskImage + mixBlendMode)) return false;
    visible *= Number(opacity);
  }
  return visible > 0.5;
}

/** Whether an element, or a pseudo-element of it, covers what is behind it. */
function paints(element: Element, pseudo?: string): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element, pseudo);
  const isClear = /^rgba.* 0\)$/.test(backgroundColor) && backgroundImage === 'none';
  return !isClear || element.matches('img,svg,canvas,video,iframe');
}

/** Lists all elements of a page, including those in open shadow trees. */
function allIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) =>
    one.shadowRoot ? [one, ...allIn(one.shadowRoot)] : one,
  );
}

/** Whether an element covers others and still lets clicks through to them. */
function isClickThrough(element: Element): boolean {
  const { pointerEvents } = getComputedStyle(element);
  return !ours.has(element) && pointerEvents === 'none' && paints(element);
}

/** Has elements take clicks. Returns what undoes that for each. */
function takeClicks(elements: HTMLElement[]): (() => void)[] {
  const name = 'pointer-events';
  return elements.map(({ style }) => {
    const [value, priority] = [style.getPropertyValue(name), style.getPropertyPriority(name)];
    style.setProperty(name, 'auto', 'important');
    return () => style.setProperty(name, value, priority);
  });
}

/**
 * Whether nothing covers an element at these points. Browsers report only what takes clicks, so what
 * lets them through has to take them for a moment. Transparent layers do not count: one for
 * notifications often covers a whole page.
 */
function isInFront(host: Element, points: [x: number, y: number][]): boolean {
  const doc = host.ownerDocument;
  const all = allIn(doc);
  if (all.some((one) => one.matches(':popover-open') && paints(one, '::backdrop'))) return false;
  const undoes = takeClicks(all.filter(isClickThrough));
  const isHit = points.every(([x, y]) => doc.elementFromPoint(x, y) === host);
  for (const undo of undoes) undo();
  return isHit;
}

/**
 * Whether a person can see a button now: it has its size, is not transparent, and nothing covers it.
 * @param clicked where it was clicked, if it was
 */
function isInSight(host: HTMLElement, button: Element, ...clicked: [number, number][]): boolean {
  const { left, top, width, height } = button.getBoundingClientRect();
  const parts = [0.25, 0.5, 0.75];
  const points = parts.flatMap((across) =>
    parts.map((down): [number, number] => [left + across * width, top + down * height]),
  );
  return (
    [width, height].every((side) => side >= LEAST && side <= MOST) &&
    isOpaque(host) &&
    isInFront(host, [...points, ...clicked])
  );
}

/** Watches a button. Returns a test of whether the person who clicked it saw it. */
export type WatchSight = (
  host: HTMLElement,
  button: HTMLElement,
) => (click: MouseEvent & { pointerType?: string }) => boolean;

/**
 * Detects clicks that the page tricks a person into. It costs nothing while the pointer is elsewhere.
 * A page that shows a button exactly while it is checked can still deceive.
 */
export const watchSight: WatchSight = (host, button) => {
  /** Since when the pointer has rested on the visible button; infinite while it is not visible. */
  let since = 0;
  let place = '';
  const check = ({ type, timeStamp }: Event) => {
    const now = JSON.stringify(button.getBoundingClientRect());
    const isMove = type === 'pointermove';
    if (!isMove && !isInSight(host, button)) since = Infinity;
    else if (type === 'pointerenter' || now !== place || (!isMove && since === Infinity))
      since = timeStamp;
    place = now;
  };
  for (const kind of ['pointerenter', 'pointermove', 'pointerdown'])
    button.addEventListener(kind, check);
  return (click) => {
    // A click by keyboard acts on what has the focus.
    if (!click.detail) return button.matches(':focus') && isInSight(host, button);
    check(click);
    // Touch and screen readers do not move a pointer there first.
    const isHasty = click.pointerType === 'mouse' && click.timeStamp - since < REST;
    return !isHasty && isInSight(host, button, [click.clientX, click.clientY]);
  };
};
