import type { Findings } from '../read/find';
import type { NewValue } from '../read/new-values';
import type { PageView } from '../read/page-view';

/** Finds a value that the page may mask. It is asked again, as the page may redraw the value. */
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
 * @throws an Error without the value in it when the value cannot be read
 */
export async function readValue(page: PageView, lookUp: Lookup): Promise<string> {
  const before = lookUp(page.current());
  if (before?.value !== undefined) return before.value;
  if (!before?.revealControl) throw new Error('The value is masked, and nothing shows it');
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(reject, PATIENCE, new Error('The value did not appear'));
  });
  let change = page.changed();
  press(before.revealControl);
  for (;;) {
    await Promise.race([change, timeout]);
    change = page.changed();
    const now = lookUp(page.current());
    if (now?.value === undefined) continue;
    if (now.revealControl) press(now.revealControl);
    return now.value;
  }
}
