import { browser } from 'wxt/browser';
import type { Inspection } from './keys/page-check';
import { isRecord } from './record';

/** Asks the script in a portal's tab what it recognised; `null` when there is none in that tab. */
export async function inspectTab(tabId: number): Promise<Inspection | null> {
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, { inspect: true }, { frameId: 0 })
    .catch(() => null);
  return isInspection(answer) ? answer : null;
}

function isInspection(answer: unknown): answer is Inspection {
  return (
    isRecord(answer) &&
    isRecord(answer.report) &&
    Array.isArray(answer.names) &&
    answer.names.every((name) => typeof name === 'string')
  );
}
