import { plural, t } from '../utils/i18n';
import type { Problem, ProblemKind } from '../utils/portal/errors';

/** A way on from a problem. */
export type Way = 'sign-in' | 'open' | 'connect' | 'allow' | 'settings' | 'refresh';

const WAYS: Record<ProblemKind, Way[]> = {
  'signed-out': ['sign-in', 'refresh'],
  forbidden: ['refresh'],
  'not-found': ['open', 'settings', 'refresh'],
  rejected: ['refresh'],
  'rate-limited': ['refresh'],
  'server-error': ['refresh'],
  unreachable: ['refresh'],
  'time-out': ['refresh'],
  unrecognised: ['settings', 'refresh'],
  'unknown-outcome': ['refresh'],
  'no-permission': ['connect'],
  'api-elsewhere': ['allow', 'settings', 'refresh'],
  interrupted: ['refresh'],
};

/** The ways on from a problem, the best first. */
export const waysOn = ({ kind }: Problem): Way[] => WAYS[kind];

/** Says what happened and what to do next, in a sentence; the portal's own message follows it. */
export function problemText(problem: Problem, portal: string): string {
  const sentence = SENTENCES[problem.kind](portal, problem);
  const said = problem.kind === 'signed-out' ? undefined : problem.detail;
  return said ? `${sentence} ${t('portalSays', said)}` : sentence;
}

const SENTENCES: Record<ProblemKind, (portal: string, problem: Problem) => string> = {
  'signed-out': (portal) => t('problemSignedOut', portal),
  forbidden: (portal) => t('problemForbidden', portal),
  'not-found': (portal) => t('problemNotFound', portal),
  rejected: (portal) => t('problemRejected', portal),
  'rate-limited': (portal, { retryAfter }) =>
    retryAfter
      ? t('problemRateLimited', portal, plural('seconds', retryAfter))
      : t('problemRateLimitedSoon', portal),
  'server-error': (portal, { status }) => t('problemServerError', portal, status ?? '5xx'),
  unreachable: (portal) => t('problemUnreachable', portal),
  'time-out': (portal) => t('problemTimeOut', portal),
  unrecognised: (portal) => t('problemUnrecognised', portal),
  'unknown-outcome': (portal) => t('problemUnknownOutcome', portal),
  'no-permission': (portal) => t('problemNoPermission', portal),
  'api-elsewhere': (portal, { apiOrigin = '' }) =>
    t('problemApiElsewhere', portal, apiOrigin.replace('https://', '')),
  interrupted: (portal) => t('problemInterrupted', portal),
};
