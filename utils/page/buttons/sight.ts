import { ours } from '../read/ours';

/** How long the pointer rests on a button that was meant: what jumps under it was not. Milliseconds. */
const REST = 200;

/** Between these, in CSS pixels, a button is as large as it was made, give or take a page's zoom. */
const LEAST = 20;
const MOST = 48;

/** Filters and masks that can hide what stays clickable, and any way of blending but the normal one. */
const HIDES = /opac|url|blur|bright|contr|grad|[^l]$/;

/** Tells whether enough of an element is seen through everything that it is drawn in. */
function isOpaque(host: Element): boolean {
  let shown = 1;
  for (
    let around: Element | undefined = host;
    around;
    around =
      around.assignedSlot ?? around.parentElement ?? (around.getRootNode() as ShadowRoot).host
  ) {
    const { opacity, filter, maskImage, mixBlendMode } = getComputedStyle(around);
    if (HIDES.test(filter + maskImage + mixBlendMode)) return false;
    shown *= Number(opacity);
  }
  return shown > 0.5;
}

/** Does an element, or a pseudo-element of it, draw over what is behind it? */
function paints(element: Element, pseudo?: string): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element, pseudo);
  const isClear = /^rgba.* 0\)$/.test(backgroundColor) && backgroundImage === 'none';
  return !isClear || element.matches('img,svg,canvas,video,iframe');
}

/** Gives all elements of a page, those in open shadow trees too. */
function allIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) =>
    one.shadowRoot ? [one, ...allIn(one.shadowRoot)] : one,
  );
}

/** Is nothing drawn in front of an element at these points? */
function isInFront(host: Element, points: [x: number, y: number][]): boolean {
  const doc = host.ownerDocument;
  const all = allIn(doc);
  if (all.some((one) => one.matches(':popover-open') && paints(one, '::backdrop'))) return false;
  // What lets clicks through is in front too, but browsers tell only of what can be hit. Transparent
  // layers are left out: one for notifications often lies over all of a page.
  const passing = all.filter(
    (one) => !ours.has(one) && getComputedStyle(one).pointerEvents === 'none' && paints(one),
  );
  const restore = passing.map(({ style }) => {
    const name = 'pointer-events';
    const [value, priority] = [style.getPropertyValue(name), style.getPropertyPriority(name)];
    style.setProperty(name, 'auto', 'important');
    return () => style.setProperty(name, value, priority);
  });
  const isHit = points.every(([x, y]) => doc.elementFromPoint(x, y) === host);
  for (const one of restore) one();
  return isHit;
}

/**
 * Tells whether a person sees a button at this moment: as large as it was made, not transparent, and
 * nothing drawn over it.
 * @param clicked where it was clicked, if anywhere
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

/** Watches a button; gives what tells whether a click on it was made by someone who saw it. */
export type WatchSight = (
  host: HTMLElement,
  button: HTMLElement,
) => (click: MouseEvent & { pointerType?: string }) => boolean;

/**
 * Watches a button for clicks to which somebody else leads a person's hand. It costs nothing while
 * the pointer is elsewhere. A page that shows it exactly when it is looked at can still deceive.
 */
export const watchSight: WatchSight = (host, button) => {
  let since = 0;
  let place = '';
  const look = ({ type, timeStamp }: Event) => {
    const now = JSON.stringify(button.getBoundingClientRect());
    const isMove = type === 'pointermove';
    if (!isMove && !isInSight(host, button)) since = Infinity;
    else if (type === 'pointerenter' || now !== place || (!isMove && since === Infinity))
      since = timeStamp;
    place = now;
  };
  for (const kind of ['pointerenter', 'pointermove', 'pointerdown'])
    button.addEventListener(kind, look);
  return (click) => {
    // A key clicks what has the focus.
    if (!click.detail) return button.matches(':focus') && isInSight(host, button);
    look(click);
    // A finger and a screen reader come without a way to it.
    const isHasty = click.pointerType === 'mouse' && click.timeStamp - since < REST;
    return !isHasty && isInSight(host, button, [click.clientX, click.clientY]);
  };
};
