import { ScanSearch } from 'lucide';
import { plural, t } from '../utils/i18n';
import type { PageProblem } from '../utils/keys/page-check';
import { CopyButton } from './CopyButton';
import { Icon } from './Icon';

interface Props {
  problem: PageProblem;
  /** what was looked for, without anything of the person's */
  report: string;
}

/** What the extension did not recognise on the portal's page in front. */
export function PageNote({ problem, report }: Props) {
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
          <CopyButton text={report} label={t('copyReport')} wide />
        </div>
        <p class="hint">{t('reportHint')}</p>
      </div>
    </section>
  );
}
