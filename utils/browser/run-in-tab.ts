import { browser } from 'wxt/browser';

/*
 * Nothing in a portal's tab listens for messages, so a page or another extension has nothing to attack.
 * Instead, the extension injects a script each time it needs something from the tab.
 */

/**
 * Runs one of the extension's files in a tab.
 * @returns the value of the file's last expression; `null` if the tab is gone, may not be accessed, or the
 *   script fails
 */
export function runFileInTab(
  tabId: number,
  file: '/inspect.js' | '/recognise.js',
): Promise<unknown> {
  return resultOf(browser.scripting.executeScript({ target: { tabId }, files: [file] }));
}

/**
 * Runs a function in a tab.
 * @param func must not refer to anything outside itself, because only its source text is injected
 * @param args its arguments, which must be JSON values
 * @returns its result; `null` if the tab is gone, may not be accessed, or the function throws
 */
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
