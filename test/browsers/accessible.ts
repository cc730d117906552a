import type { ElementHandle } from 'puppeteer-core';

/** Puppeteer has this for both browsers, and uses it for its own `::-p-aria()`, but hides it. */
interface AccessibleHandle extends ElementHandle {
  queryAXTree(name?: string, role?: string): AsyncIterable<ElementHandle>;
}

/**
 * Finds what the browser's own accessibility tree holds below an element under a role and an exact name.
 * @throws Error when the element's page was replaced meanwhile
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
  return whileThere(root, query());
}

/** Chromium never answers a question about a page that is replaced meanwhile. */
async function whileThere<T>(root: ElementHandle, answer: Promise<T>): Promise<T> {
  const gone = Promise.withResolvers<never>();
  const watch = setInterval(() => {
    const isThere = root.evaluate((element) => element.isConnected);
    isThere.then((there) => there || gone.reject(new Error('The page was replaced.')), gone.reject);
  }, 500);
  return Promise.race([answer, gone.promise]).finally(() => clearInterval(watch));
}

/** The elements that can have a role, for each role that tests look for. */
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

/** A selector for every element that may have a role, and for some that do not. */
export function selectorOf(role: string): string {
  const selector = SELECTORS[role];
  if (!selector) throw new Error(`Say in accessible.ts which elements can be a ${role}.`);
  return selector;
}
