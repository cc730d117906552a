import { type MessageKey, plural, t } from '../../utils/browser/i18n';
import type { Problem, ProblemKind } from '../../utils/portal/errors';

/** A way on from a problem. */
export type Way = 'sign-in' | 'open' | 'connect' | 'allow' | 'settings' | 'refresh';

/** Where something else than trying again helps. */
const WAYS: Partial<Record<ProblemKind, Way[]>> = {
  'signed-out': ['sign-in', 'refresh'],
  'not-found': ['open', 'settings', 'refresh'],
  unrecognised: ['settings', 'refresh'],
  'no-permission': ['connect'],
  'api-elsewhere': ['allow', 'settings', 'refresh'],
};

/** The ways on from a problem, the best first. */
export const waysOn = ({ kind }: Problem): Way[] => WAYS[kind] ?? ['refresh'];

/** Says what happened and what to do next, in a sentence; the portal's own message follows it. */
export function problemText(problem: Problem, portal: string): string {
  const text = SENTENCES[problem.kind];
  const sentence = typeof text === 'string' ? t(text, portal) : text(portal, problem);
  const said = problem.kind !== 'signed-out' && problem.detail;
  return said ? `${sentence} ${t('portalSays', said)}` : sentence;
}

/** The text for each problem, which names the portal, or what makes one that says more. */
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
