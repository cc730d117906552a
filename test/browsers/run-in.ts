import type { Page } from 'puppeteer-core';

/** What can be sent into a page. */
export type Plain = string | number | boolean | Plain[];

/** A function that stands on its own, as it is sent somewhere as text. */
export type Sent<A extends Plain[], T> = (...args: A) => T | Promise<T>;

/** Runs a function in a page. In Chromium it may do what a click allows. */
export function runIn<A extends Plain[], T>(page: Page, run: Sent<A, T>, args: A): Promise<T> {
  return page.evaluate(`(${run})(...${JSON.stringify(args)})`) as Promise<T>;
}
