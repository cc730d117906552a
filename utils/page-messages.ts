import { browser } from 'wxt/browser';

/**
 * Answers what the extension's own pages and background ask a portal's page, and nobody else: other
 * content scripts and other extensions get no answer.
 * @param answer gives the answer, or `undefined` when the message is meant for somebody else
 * @param signal ends it
 */
export function answerExtension(
  answer: (message: unknown) => Promise<unknown> | undefined,
  signal: AbortSignal,
): void {
  const listener: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (
    message: unknown,
    { id, url },
    respond: (answer: unknown) => void,
  ) => {
    if (id !== browser.runtime.id || !url?.startsWith(browser.runtime.getURL(''))) return undefined;
    const answered = answer(message);
    answered?.then(respond, () => respond(null));
    return answered ? true : undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}
