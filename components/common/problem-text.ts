import { type MessageKey, plural, t } from '../../utils/browser/i18n';
import type { Problem, ProblemKind } from '../../utils/portal/errors';

/** What a person can do about a problem. */
export type ProblemAction = 'sign-in' | 'open' | 'connect' | 'allow' | 'settings' | 'refresh';

/** For the problems that trying again does not solve by itself. */
const ACTIONS: Partial<Record<ProblemKind, ProblemAction[]>> = {
  'signed-out': ['sign-in', 'refresh'],
  'not-found': ['open', 'settings', 'refresh'],
  unrecognised: ['settings', 'refresh'],
  'no-permission': ['connect'],
  'api-elsewhere': ['allow', 'settings', 'refresh'],
};

/** What a person can do about a problem, the most helpful first. */
export const actionsFor = ({ kind }: Problem): ProblemAction[] => ACTIONS[kind] ?? ['refresh'];

/** A sentence that says what happened and what to do next, followed by the portal's own message. */
export function problemText(problem: Problem, portal: string): string {
  const text = SENTENCES[problem.kind];
  const sentence = typeof text === 'string' ? t(text, portal) : text(portal, problem);
  // A portal's own message about a missing session adds nothing.
  const detail = problem.kind !== 'signed-out' && problem.detail;
  return detail ? `${sentence} ${t('portalSays', detail)}` : sentence;
}

/** The text for each problem, with the portal's label filled in, or a function when more is filled in. */
const SENTENCES: Record<ProblemKind, MessageKey | ((portal: string, problem: Problem) => string)> =
  {
    'signed-out': 'problemSignedOut',
    forbidden: 'problemForbidden',
    'not-found': 'problemNotFound',
    rejected: 'problemRejected',
    'rate-limited': (portal, { retryAfter }) =>
      retryAfter
        ? t('problemRateLimited', portal, plural('seconds', retryAfter))
        : t('problemRateLimitedSoon', portal),
    'server-error': (portal, { status }) => t('problemServerError', portal, status ?? '5xx'),
    unreachable: 'problemUnreachable',
    'time-out': 'problemTimeOut',
    unrecognised: 'problemUnrecognised',
    'unknown-outcome': 'problemUnknownOutcome',
    'no-permission': 'problemNoPermission',
    'api-elsewhere': (portal, { apiOrigin = '' }) =>
      t('problemApiElsewhere', portal, apiOrigin.replace('https://', '')),
    changed: 'problemChanged',
    interrupted: 'problemInterrupted',
  };
