import { once } from 'node:events';
import type { Page } from 'puppeteer-core';
import { visibleText } from './in-page.ts';

/** Slow machines are slow; whoever waits for longer than this waits in vain. */
const PATIENCE = 20_000;

/**
 * Looks at every frame that a page draws, until something is found.
 * @param what is awaited, for the error message
 */
export async function until<T>(
  page: Page,
  what: string,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + PATIENCE;
  let cause: unknown;
  while (Date.now() < end) {
    try {
      const found = await look();
      if (found !== undefined) return found;
      cause = undefined;
      // A tab can come to front by itself, as one behind a popup that closes does.
      if (await isHiddenInNextFrame(page)) await page.bringToFront();
    } catch (error) {
      // While a page is on its way to the next one, there is nothing to look at.
      if (page.isClosed()) throw error;
      cause = error;
    }
  }
  const seen = await page.$eval('body', visibleText).catch(() => '(nothing)');
  throw new Error(`Waited ${PATIENCE / 1000} s in vain for ${what}. Seen instead:\n${seen}`, {
    cause,
  });
}

/** Waits until a page of this kind is there, for want of a load event that would say so. */
export async function untilLoaded(page: Page, protocol: string): Promise<void> {
  await until(page, `a page of ${protocol}`, () =>
    page.evaluate(
      (wanted) => (location.protocol === wanted && document.readyState === 'complete') || undefined,
      protocol,
    ),
  );
}

/** A page behind another one draws none, and would be waited for without an end. */
function isHiddenInNextFrame(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    if (document.hidden) return true;
    await Promise.race([
      new Promise(requestAnimationFrame),
      new Promise((resolve) => setTimeout(resolve, 500)),
    ]);
    return document.hidden;
  });
}

/** Gives up on something that the browser should have done long ago. */
export async function inTime<T>(what: string, promise: Promise<T>): Promise<T> {
  const deadline = once(AbortSignal.timeout(PATIENCE), 'abort').then(() => {
    throw new Error(`Waited ${PATIENCE / 1000} s in vain for ${what}.`);
  });
  return Promise.race([promise, deadline]);
}
