import type { Page } from 'puppeteer-core';
import { visibleText } from './in-page.ts';

/** In milliseconds; long enough for slow machines. */
const TIMEOUT = 20_000;

/** The longest that one question to a browser takes on a slow machine, in milliseconds. */
const RESPONSE_TIMEOUT = 5_000;

/**
 * Looks again at each frame that a page draws, until something is found.
 * @param what the thing that is awaited, for the error message
 */
export async function until<T>(
  page: Page,
  what: string,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + TIMEOUT;
  let cause: unknown;
  while (Date.now() < end) {
    try {
      const found = await answered(look());
      if (found !== undefined) return found;
      cause = undefined;
      // Another tab can come to the front by itself, such as the one behind a closing popup.
      if (await answered(isHiddenInNextFrame(page))) await page.bringToFront();
    } catch (error) {
      // During a navigation there is nothing to look at.
      if (page.isClosed()) throw error;
      cause = error;
    }
  }
  const seen = await page.$eval('body', visibleText).catch(() => '(nothing)');
  throw new Error(`Waited ${TIMEOUT / 1000} s for ${what}. Seen instead:\n${seen}`, {
    cause,
  });
}

/** Waits until a page with this protocol has loaded, where the browser reports no load event. */
export async function untilLoaded(page: Page, protocol: string): Promise<void> {
  await until(page, `a page of ${protocol}`, () =>
    page.evaluate(
      (wanted) => (location.protocol === wanted && document.readyState === 'complete') || undefined,
      protocol,
    ),
  );
}

/** Whether the page is hidden in its next frame. A hidden page draws none, so the wait is limited. */
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

/** Rejects if a promise takes longer than the browser should ever need. */
export const inTime = <T>(what: string, promise: Promise<T>): Promise<T> =>
  within(TIMEOUT, what, promise);

/**
 * Rejects if the browser does not answer. Both browsers now and then never answer a question about a page that
 * is replaced while they look, so whoever asks has to look again.
 */
export const answered = <T>(response: Promise<T>): Promise<T> =>
  within(RESPONSE_TIMEOUT, NO_ANSWER, response);

/** Part of the message with which `answered` rejects. */
export const NO_ANSWER = "the browser's answer";

async function within<T>(timeout: number, what: string, promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`Waited ${timeout / 1000} s for ${what}.`)),
    timeout,
  );
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}
