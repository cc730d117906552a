import type { Findings } from '../read/find';
import type { NewValue } from '../read/new-values';
import type { PageView } from '../read/page-view';

/** Finds a value that the page may mask. It runs again and again, because the page may redraw it. */
type Lookup = (findings: Findings) => Partial<NewValue> | undefined;

/** How long a portal may take to fetch a value that it shows on demand, in milliseconds. */
const PATIENCE = 2000;

/** Clicks an icon of the portal. Drawings have no click method. */
function press(icon: Element): void {
  icon.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
}

/**
 * Reads a new value or a field of a service. The page does not hold a masked value, so this clicks
 * the portal's own icon to show it, and clicks again to leave the page as it was.
 * @returns undefined if it cannot be shown, or not in time
 */
export async function readValue(page: PageView, lookUp: Lookup): Promise<string | undefined> {
  const before = lookUp(page.current());
  if (before?.value !== undefined || !before?.revealControl) return before?.value;
  const isLate = new Promise((resolve) => setTimeout(resolve, PATIENCE, true));
  let change = page.changed();
  press(before.revealControl);
  while (!(await Promise.race([change, isLate]))) {
    change = page.changed();
    const now = lookUp(page.current());
    if (now?.value === undefined) continue;
    if (now.revealControl) press(now.revealControl);
    return now.value;
  }
  return undefined;
}
