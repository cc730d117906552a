import { runFileInTab } from '../browser/run-in-tab';
import type { ActiveTab } from '../browser/tabs';
import type { Inspection } from '../keys/page-check';
import { isRecord } from '../record';

/** Returns what is recognised on the portal's page in a tab; `null` if the tab cannot be inspected. */
export async function inspectTab(tabId: number): Promise<Inspection | null> {
  const answer = await runFileInTab(tabId, '/inspect.js');
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

/** Whether the page in a tab looks like a CloudMC portal's; `false` if the tab cannot be inspected. */
export async function looksLikePortal(tab: ActiveTab): Promise<boolean> {
  return (await runFileInTab(tab.id, '/recognise.js')) === true;
}
