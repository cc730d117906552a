import { browser } from 'wxt/browser';

/*
 * In a portal's tab nothing listens to messages, so neither a page nor another extension has anything to
 * talk to: the extension runs there what it needs to know. A tab that is gone, or that may not be
 * touched, gives `null`.
 */

/** Runs one of the extension's files in a tab, and gives what it ends with. */
export function runFileInTab(
  tabId: number,
  file: '/inspect.js' | '/recognise.js',
): Promise<unknown> {
  return resultOf(browser.scripting.executeScript({ target: { tabId }, files: [file] }));
}

/** Runs a function, which may refer to nothing outside of itself, in a tab, and gives its result. */
export function runInTab<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  const target = { tabId };
  return resultOf(browser.scripting.executeScript({ target, injectImmediately: true, func, args }));
}

async function resultOf(running: Promise<{ result?: unknown }[]>): Promise<unknown> {
  try {
    return (await running)[0]?.result ?? null;
  } catch {
    return null;
  }
}
