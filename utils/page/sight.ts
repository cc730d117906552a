import { ours } from './style';

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
  return !isClear || /^(?:img|svg|canvas|video|iframe)$/i.test(element.tagName);
}

/** Is nothing drawn in front of an element at these points? */
function isInFront(host: Element, points: [x: number, y: number][]): boolean {
  const doc = host.ownerDocument;
  const backdrops = [...doc.querySelectorAll(':popover-open')];
  if (backdrops.some((one) => !one.contains(host) && paints(one, '::backdrop'))) return false;
  // What lets clicks through is in front too, but browsers tell only of what can be hit.
  const passing = [...doc.querySelectorAll<HTMLElement>('*')].filter(
    (one) => !ours.has(one) && getComputedStyle(one).pointerEvents === 'none',
  );
  const restore = passing.map(({ style }) => {
    const name = 'pointer-events';
    const [value, priority] = [style.getPropertyValue(name), style.getPropertyPriority(name)];
    style.setProperty(name, 'auto', 'important');
    return () => style.setProperty(name, value, priority);
  });
  const isSeen = points.every(([x, y]) => {
    const all = doc.elementsFromPoint(x, y);
    const at = all.indexOf(host);
    // A transparent layer for notifications often lies over all of a page.
    return (
      at >= 0 &&
      all.slice(0, at).every((one) => passing.includes(one as HTMLElement) && !paints(one))
    );
  });
  for (const one of restore) one();
  return isSeen;
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
    Math.min(width, height) >= LEAST &&
    Math.max(width, height) <= MOST &&
    host.checkVisibility({ visibilityProperty: true }) &&
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
    const isSeen = type === 'pointermove' || isInSight(host, button);
    if (type === 'pointerenter' || now !== place || !isSeen) since = timeStamp;
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
