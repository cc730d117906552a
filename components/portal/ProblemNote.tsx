import { TriangleAlert } from 'lucide';
import { t } from '../../utils/browser/i18n';
import type { Problem } from '../../utils/portal/errors';
import type { Portal } from '../../utils/stored/portals';
import { Icon } from '../common/Icon';
import { problemText, type Way, waysOn } from '../common/problem-text';

interface Props {
  problem: Problem;
  portal: Portal;
  onWay(way: Way): void;
}

const NAMES = {
  'sign-in': 'signIn',
  open: 'openCredentials',
  connect: 'connectThis',
  allow: 'allowHost',
  settings: 'settings',
  refresh: 'tryAgain',
} as const;

/** What went wrong with a portal, and the ways on. */
export function ProblemNote({ problem, portal, onWay }: Props) {
  return (
    <section class="note" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <p>{problemText(problem, portal.label)}</p>
        <div class="buttons">
          {waysOn(problem).map((way, at) => (
            <button
              key={way}
              type="button"
              class={`button${at === 0 ? ' primary' : ''}`}
              onClick={() => onWay(way)}
            >
              {t(NAMES[way])}
            </button>
          ))}
        </div>
      </div>
    </section>
  );
}
