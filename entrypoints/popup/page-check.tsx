import type { VNode } from 'preact';
import { browser } from 'wxt/browser';
import { PageNote } from '../../components/portal/PageNote';
import { checkPage, type Inspection } from '../../utils/keys/page-check';
import { writeReport } from '../../utils/keys/report';
import { windowActions } from '../../utils/window/actions';
import { inspectTab } from '../../utils/window/inspect-tab';
import type { WindowState } from '../../utils/window/state';

/**
 * Compares the portal's page in front with the keys that its API lists.
 * @returns a note that appears when they differ, or `null` when the page may not be looked at
 */
export async function pageCheck(tabId: number, state: WindowState): Promise<VNode | null> {
  const inspection = await inspectTab(tabId);
  return inspection && <PageCheck inspection={inspection} state={state} />;
}

function PageCheck({ inspection, state }: { inspection: Inspection; state: WindowState }) {
  const keys = state.shown.value?.model.keys.value;
  const problem = keys && checkPage(inspection, keys);
  if (!problem) return null;
  const report = writeReport({
    problem,
    inspection,
    routes: state.discovery.value.routes,
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
  });
  return <PageNote problem={problem} report={report} onReportCopied={windowActions.copiedOther} />;
}
