import type { ElementHandle } from 'puppeteer-core';

/** Puppeteer implements this for both browsers, for its own `::-p-aria()`, but does not publish it. */
interface AccessibleHandle extends ElementHandle {
  queryAXTree(name?: string, role?: string): AsyncIterable<ElementHandle>;
}

/**
 * Finds the elements below a root that have a role and an exact name in the browser's accessibility tree.
 * @throws Error if the page is replaced during the query
 */
export async function queryAccessible(
  root: ElementHandle,
  role: string,
  name?: string,
): Promise<ElementHandle[]> {
  const query = async () => {
    const found: ElementHandle[] = [];
    for await (const element of (root as AccessibleHandle).queryAXTree(name, role))
      found.push(element);
    return found;
  };
  return unlessReplaced(root, query());
}

/** Chromium never answers a query about a page that is replaced while it runs. */
async function unlessReplaced<T>(root: ElementHandle, answer: Promise<T>): Promise<T> {
  const gone = Promise.withResolvers<never>();
  const watch = setInterval(() => {
    const isThere = root.evaluate((element) => element.isConnected);
    isThere.then((there) => there || gone.reject(new Error('The page was replaced.')), gone.reject);
  }, 500);
  return Promise.race([answer, gone.promise]).finally(() => clearInterval(watch));
}

/** Which elements can have a role, for each role that tests look for. */
const SELECTORS: Record<string, string> = {
  alert: '[role=alert]',
  cell: 'td, th, [role=cell]',
  complementary: 'aside, [role=complementary]',
  group: 'fieldset, details, [role=group]',
  list: 'ul, ol, menu, [role=list]',
  listitem: 'li, [role=listitem]',
  radio: 'input, [role=radio]',
  row: 'tr, [role=row]',
  table: 'table, [role=table]',
  button: 'button, summary, input, [role=button]',
  code: 'code',
  combobox: 'select, input, [role=combobox]',
  dialog: 'dialog, [role=dialog]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  link: 'a, area, [role=link]',
  option: 'option, [role=option]',
  region: 'section, [role=region]',
  searchbox: 'input, [role=searchbox]',
  status: 'output, [role=status]',
  textbox: 'input, textarea, [role=textbox], [contenteditable]',
};

/** A selector that matches every element with a role, and some that do not have it. */
export function selectorOf(role: string): string {
  const selector = SELECTORS[role];
  if (!selector) throw new Error(`Add a selector for the role ${role} in accessible.ts.`);
  return selector;
}
