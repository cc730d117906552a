import { browser } from 'wxt/browser';
import { inspect, keyNames } from './page/inspect';
import { isRecord } from './record';

/**
 * Tells the extension what was recognised on the portal's page. It listens to the extension alone.
 * @param signal ends it
 */
export function answerInspections(signal: AbortSignal): void {
  const answer: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (
    message: unknown,
    { id, url },
    respond: (answer: object) => void,
  ) => {
    const own = id === browser.runtime.id && url?.startsWith(browser.runtime.getURL(''));
    if (!own || !isRecord(message) || message.inspect !== true) return undefined;
    respond({ report: inspect(document.body), names: keyNames(document.body) });
    return true;
  };
  browser.runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(answer));
}
