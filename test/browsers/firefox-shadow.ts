import type { ElementHandle, Page } from 'puppeteer-core';
import type { FirefoxSystem } from './firefox-system.ts';

interface Node {
  value: { shadowRoot: { sharedId: string } | null };
}

/** What puppeteer's elements in Firefox are made of, which it does not publish. */
interface BidiHandle {
  constructor: { from(node: object, realm: unknown): ElementHandle };
  realm: unknown;
}

/**
 * Gets what is hidden in closed shadow trees: Chromium looks into them by itself. Only hosts without
 * children of their own count, which spares long lists the search.
 */
export async function shadowRoots(system: FirefoxSystem, page: Page): Promise<ElementHandle[]> {
  const element: unknown = await page.evaluateHandle(() => document.documentElement);
  const { constructor: Handle, realm } = element as BidiHandle;
  const { result } = await system.connection.send('browsingContext.locateNodes', {
    context: (page.mainFrame() as unknown as { _id: string })._id,
    locator: { type: 'css', value: ':empty:not(svg *, input)' },
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
  });
  return (result as { nodes: Node[] }).nodes.flatMap(({ value: { shadowRoot } }) =>
    shadowRoot ? [Handle.from(shadowRoot, realm)] : [],
  );
}
