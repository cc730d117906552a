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
  return iconPurpose(words(element)) !== 'other';
}

/**
 * Finds the icons that follow a value on its line.
 * @param value what shows the value
 * @param mayHold whether an element still belongs to the line; an icon farther away, such as the
 *   one that dismisses the whole notification, must never be mistaken for one of the value's
 */
export function iconsAfter(value: Element, mayHold: (level: Element) => boolean): Element[] {
  for (let level: Element | null = value; level && mayHold(level); level = level.parentElement) {
    const icons = iconsIn(
      level,
      (element) =>
        (value.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
    if (icons.length > 0) return icons;
  }
  return [];
}

/** Finds the icons inside an element; a drawing in a button is one with it. */
export function iconsIn(around: Element, test: (element: Element) => boolean = () => true) {
  const icons = [...around.querySelectorAll('*')].filter(
    (element) => test(element) && isIcon(element),
  );
  return icons.filter((icon) => !icons.some((other) => other !== icon && other.contains(icon)));
}

/**
 * Picks the icon that shows a masked value: by its label, or else the first without one.
 * @param sure whether only a label counts
 */
export function revealAmong(icons: Element[], sure = false): Element | undefined {
  const purposes = icons.map((icon) => iconPurpose(words(icon)));
  return (
    icons[purposes.indexOf('reveal')] ?? (sure ? undefined : icons[purposes.indexOf('unknown')])
  );
}
