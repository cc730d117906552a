import { iconPurpose } from './labels';
import { elementsAfter, lineage, outermost } from './tokens';

const CONTROL = 'button,a,input[type=button],[role=button],[tabindex],[onclick]';
const DRAWING = 'i,svg,img';

function words(element: Element): string {
  const own = [element, ...element.querySelectorAll('[title],[aria-label],[alt]')].map(
    (one) => one.getAttribute('aria-label') ?? one.getAttribute('title') ?? one.getAttribute('alt'),
  );
  return `${own.join(' ')} ${element.textContent}`;
}

/** An icon has no words, except those that say it reveals or copies something. */
function isIcon(element: Element): boolean {
  const target = element.getAttribute('href') ?? '#';
  if (!/^(?:#|$|javascript:)/.test(target)) return false;
  const isControl =
    element.matches(CONTROL) ||
    (element.matches(DRAWING) && element.parentElement?.closest('svg') === null) ||
    getComputedStyle(element).cursor === 'pointer';
  if (!isControl) return false;
  return iconPurpose(words(element)) !== 'other';
}

/**
 * Finds the icons that follow a value on its line.
 * @param value the element that shows the value
 * @param isOnLine whether an element still belongs to the line. An icon farther away, such as the one
 *   that dismisses the whole notification, must never be mistaken for one of the value's
 */
export function iconsAfter(value: Element, isOnLine: (level: Element) => boolean): Element[] {
  for (const level of lineage(value)) {
    if (!isOnLine(level)) break;
    const icons = iconsIn(level, value);
    if (icons.length > 0) return icons;
  }
  return [];
}

/**
 * Finds the icons inside an element. A button and the drawing in it count as one.
 * @param start where to start in document order, by default at the beginning
 */
export function iconsIn(around: Element, start?: Element): Element[] {
  return outermost(elementsAfter(start, around, '*').filter(isIcon));
}

/**
 * Picks the icon that shows a masked value: by its label, or else the first one without a label.
 * @param onlyLabelled whether an icon without a label is out of the question
 */
export function revealAmong(icons: Element[], onlyLabelled = false): Element | undefined {
  const purposes = icons.map((icon) => iconPurpose(words(icon)));
  return (
    icons[purposes.indexOf('reveal')] ??
    (onlyLabelled ? undefined : icons[purposes.indexOf('unknown')])
  );
}
