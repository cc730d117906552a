import { runFileInTab } from '../browser/run-in-tab';
import type { ActiveTab } from '../browser/tabs';
import type { Inspection } from '../keys/page-check';
import { isRecord } from '../record';

/** Looks at what is recognised on a portal's page; `null` when the tab may not be looked at. */
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

/** Looks at a page, once, whether it reads like a CloudMC portal's. A page that may not be seen does not. */
export async function looksLikePortal(tab: ActiveTab): Promise<boolean> {
  return (await runFileInTab(tab.id, '/recognise.js')) === true;
}
