import { iconPurpose } from './labels';

const CONTROL = 'button,a,input[type=button],[role=button],[tabindex],[onclick]';
const DRAWING = 'i,svg,img';

function words(element: Element): string {
  const own = [element, ...element.querySelectorAll('[title],[aria-label],[alt]')].map(
    (one) =>
      one.getAttribute('aria-label') ?? one.getAttribute('title') ?? one.getAttribute('alt') ?? '',
  );
  return `${own.join(' ')} ${element.textContent}`.trim();
}

/** An icon has no words on it, unless they say that it reveals or copies. */
function isIcon(element: Element): boolean {
  const leads = element.getAttribute('href') ?? '#';
  if (!/^(?:#|$|javascript:)/.test(leads)) return false;
  const isControl =
    element.matches(CONTROL) ||
    (element.matches(DRAWING) && element.parentElement?.closest('svg') === null) ||
    getComputedStyle(element).cursor === 'pointer';
  if (!isControl) return false;
  const purpose = iconPurpose(words(element));
  return purpose !== 'other' && (purpose !== 'unknown' || element.textContent.trim() === '');
}

/**
 * Finds the icons that follow a value on its line.
 * @param value what shows the value
 * @param mayHold whether an element still belongs to the line; an icon farther away, such as the
 *   one that dismisses the whole notification, must never be mistaken for one of the value's
 */
export function iconsAfter(value: Element, mayHold: (level: Element) => boolean): Element[] {
  for (let level: Element | null = value; level && mayHold(level); level = level.parentElement) {
    const icons = [...level.querySelectorAll('*')].filter(
      (element) =>
        (value.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        isIcon(element),
    );
    const outer = icons.filter(
      (icon) => !icons.some((other) => other !== icon && other.contains(icon)),
    );
    if (outer.length > 0) return outer;
  }
  return [];
}

/** Picks the icon that shows a masked value: by its label, or else the first without one. */
export function revealAmong(icons: Element[]): Element | undefined {
  const purposes = icons.map((icon) => iconPurpose(words(icon)));
  return icons[purposes.indexOf('reveal')] ?? icons[purposes.indexOf('unknown')];
}

/** Clicks an icon of the portal; drawings have no click method of their own. */
export function press(icon: Element): void {
  icon.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
}
