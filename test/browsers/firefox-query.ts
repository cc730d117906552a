import type { ElementHandle, Page } from 'puppeteer-core';
import { selectorOf } from './accessible.ts';
import type { FirefoxSystem } from './firefox-system.ts';
import { candidates } from './in-page.ts';

/** An element as WebDriver BiDi describes it. */
interface Node {
  type: 'node';
  sharedId: string;
  value?: { shadowRoot?: Node | null };
}

/** The internals of puppeteer's element handles for Firefox, which it does not publish. */
interface Bidi {
  constructor: { from(node: object, realm: unknown): ElementHandle };
  realm: unknown;
  remoteValue(): Node;
}

/** Empty elements that can have a shadow tree (DOM, 4.9). */
const HOSTS = ['article', 'aside', 'blockquote', 'div', 'footer', 'header', 'main', 'nav']
  .concat('p', 'section', 'span', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
  .map((tag) => `${tag}:empty`)
  .join();

/**
 * Finds the elements with a role and an exact name in Firefox's accessibility tree. Querying it for a
 * whole page takes a tenth of a second, so elements are ruled out without it where possible.
 * @param within where to look; the whole page by default, including closed shadow trees
 */
export async function queryFirefox(
  { connection }: FirefoxSystem,
  page: Page,
  role: string,
  name?: string,
  within?: ElementHandle,
): Promise<ElementHandle[]> {
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const locate = async (options: object): Promise<Node[]> => {
    const serializationOptions = { maxDomDepth: 0, includeShadowTree: 'all' };
    const params = { context, serializationOptions, ...options };
    const { result } = await connection.send('browsingContext.locateNodes', params);
    return (result as { nodes: Node[] }).nodes;
  };

  const asArgument = ({ sharedId }: Node) => ({ sharedId });
  const roots = within ? [(within as unknown as Bidi).remoteValue()] : await shadowRoots();
  const [all, outermost] = await ruleOut(roots.map(asArgument));
  if (all.size === 0) return [];
  const startNodes = outermost.map(asArgument);
  const value = { role, ...(name === undefined ? {} : { name }) };
  const located = await locate({ startNodes, locator: { type: 'accessibility', value } });
  const nodes = located.filter(({ sharedId }) => all.has(sharedId));
  if (nodes.length === 0) return [];
  const element: unknown = await page.evaluateHandle(() => document.documentElement);
  const { constructor: Handle, realm } = element as Bidi;
  return nodes.map((node) => Handle.from(node, realm));

  async function shadowRoots(): Promise<Node[]> {
    // The extension's own pages have none.
    if (!page.url().startsWith('http')) return [];
    const hosts = await locate({ locator: { type: 'css', value: HOSTS } });
    return hosts.flatMap(({ value: inside }) => inside?.shadowRoot ?? []);
  }

  async function ruleOut(inside: object[]): Promise<[all: Set<string>, outermost: Node[]]> {
    const nothing = name === undefined;
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration: `(selector, name, isPart, ...roots) => (${candidates})(
        selector, name, ...(isPart ? roots : [document, ...roots]))`,
      arguments: [
        { type: 'string', value: selectorOf(role) },
        nothing ? { type: 'null' } : { type: 'string', value: name },
        { type: 'boolean', value: within !== undefined },
        ...inside,
      ],
      target: { context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 0 },
    });
    const answer = result as
      | { type: 'success'; result: { value: [{ value: Node[] }, { value: Node[] }] } }
      | { type: 'exception'; exceptionDetails: { text: string } };
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    const [visible, outer] = answer.result.value;
    return [new Set(visible.value.map(({ sharedId }) => sharedId)), outer.value];
  }
}
