import type { Page } from 'puppeteer-core';

/** An argument that can be sent into a page. */
export type Plain = string | number | boolean | Plain[];

/** A self-contained function, which is sent as source text. */
export type Sent<A extends Plain[], T> = (...args: A) => T | Promise<T>;

/** Runs a function in a page. In Chromium this counts as a user gesture. */
export function runIn<A extends Plain[], T>(page: Page, run: Sent<A, T>, args: A): Promise<T> {
  return page.evaluate(`(${run})(...${JSON.stringify(args)})`) as Promise<T>;
}
