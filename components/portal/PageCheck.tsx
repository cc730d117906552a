import { ScanSearch } from 'lucide';
import { plural, t } from '../../utils/browser/i18n';
import { checkPage, type Inspection } from '../../utils/keys/page-check';
import { writeReport } from '../../utils/keys/report';
import type { KeyRoutes } from '../../utils/portal/key-routes';
import type { ApiKey } from '../../utils/portal/schema';
import { CopyButton } from '../common/CopyButton';
import { Icon } from '../common/Icon';

interface Props {
  /** what was recognised on the page in the active tab */
  inspection: Inspection;
  /** the keys that the portal's API lists, or `null` while they are unknown */
  keys: ApiKey[] | null;
  routes: KeyRoutes | undefined;
  /** the extension's version */
  version: string;
  userAgent: string;
  onReportCopied(): void;
}

/**
 * Compares the portal's page in the active tab with the keys that its API lists. Shows a note with a report to
 * copy when they differ, and nothing otherwise.
 */
export function PageCheck({ inspection, keys, onReportCopied, ...facts }: Props) {
  const problem = keys && checkPage(inspection, keys);
  if (!problem) return null;
  return (
    <section class="note" role="status">
      <Icon of={ScanSearch} />
      <div>
        <p>
          {problem.kind === 'unrecognised'
            ? t('pageUnrecognised')
            : t(
                'pageMismatch',
                plural('keyCount', problem.onPage),
                plural('keyCount', problem.inApi),
              )}
        </p>
        <div class="buttons">
          <CopyButton
            text={writeReport({ problem, inspection, ...facts })}
            label={t('copyReport')}
            wide
            onCopied={onReportCopied}
          />
        </div>
        <p class="hint">{t('reportHint')}</p>
      </div>
    </section>
  );
}
