import type { ElementHandle } from 'puppeteer-core';

/** Puppeteer has this for both browsers, and uses it for its own `::-p-aria()`, but hides it. */
interface AccessibleHandle extends ElementHandle {
  queryAXTree(name?: string, role?: string): AsyncIterable<ElementHandle>;
}

/**
 * Finds what the browser's own accessibility tree holds under a role and an exact name. This is
 * what `::-p-aria()` does, less a score of messages that take a quarter of a second in Firefox.
 */
export async function queryAccessible(
  root: ElementHandle,
  role: string,
  name?: string,
): Promise<ElementHandle[]> {
  const found: ElementHandle[] = [];
  for await (const element of (root as AccessibleHandle).queryAXTree(name, role)) {
    // Firefox also lists what is not to be seen; Chromium does not.
    const isVisible = await element.evaluate((node) =>
      node.checkVisibility({ visibilityProperty: true }),
    );
    if (isVisible) found.push(element);
  }
  return found;
}
