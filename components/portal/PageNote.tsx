import { ScanSearch } from 'lucide';
import { plural, t } from '../../utils/browser/i18n';
import type { PageProblem } from '../../utils/keys/page-check';
import { CopyButton } from '../common/CopyButton';
import { Icon } from '../common/Icon';

interface Props {
  problem: PageProblem;
  /** what was looked for, without anything of the person's */
  report: string;
  onReportCopied(): void;
}

/** What the extension did not recognise on the portal's page in front. */
export function PageNote({ problem, report, onReportCopied }: Props) {
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
          <CopyButton text={report} label={t('copyReport')} wide onCopied={onReportCopied} />
        </div>
        <p class="hint">{t('reportHint')}</p>
      </div>
    </section>
  );
}
