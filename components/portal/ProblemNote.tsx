import { TriangleAlert } from 'lucide';
import { t } from '../../utils/browser/i18n';
import type { Problem } from '../../utils/portal/errors';
import type { Portal } from '../../utils/stored/portals';
import { Icon } from '../common/Icon';
import { actionsFor, type ProblemAction, problemText } from '../common/problem-text';

interface Props {
  problem: Problem;
  portal: Portal;
  onAction(action: ProblemAction): void;
}

const LABELS = {
  'sign-in': 'signIn',
  open: 'openCredentials',
  connect: 'connectThis',
  allow: 'allowHost',
  settings: 'settings',
  refresh: 'tryAgain',
} as const;

/** What went wrong with a portal, and what can be done about it. */
export function ProblemNote({ problem, portal, onAction }: Props) {
  return (
    <section class="note" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <p>{problemText(problem, portal.label)}</p>
        <div class="buttons">
          {actionsFor(problem).map((action, at) => (
            <button
              key={action}
              type="button"
              class={`button${at === 0 ? ' primary' : ''}`}
              onClick={() => onAction(action)}
            >
              {t(LABELS[action])}
            </button>
          ))}
        </div>
      </div>
    </section>
  );
}
