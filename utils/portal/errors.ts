/** Every way in which what was asked of a portal can fail; each has its own sentence for the person. */
export const PROBLEM_KINDS = [
  'signed-out',
  'forbidden',
  'not-found',
  'rejected',
  'rate-limited',
  'server-error',
  'unreachable',
  'time-out',
  'unrecognised',
  'unknown-outcome',
  'no-permission',
  'api-elsewhere',
  'changed',
  'interrupted',
] as const;

export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** What went wrong, as plain data: it can be stored and sent between windows, and holds no secret. */
export interface Problem {
  kind: ProblemKind;
  /** the HTTP status, where there was an answer */
  status?: number;
  /** the portal's own message, shortened, to be shown as text */
  detail?: string;
  /** seconds to wait, where the portal named them */
  retryAfter?: number;
  /** the other host that the portal's API seems to be on, such as `https://api.example.com` */
  apiOrigin?: string;
  /** set when it was only waited for no longer: the portal may still be at work on the change */
  pending?: true;
}

const DETAIL_LENGTH = 300;

/** Problems after which it is certain that the portal changed nothing. */
const REFUSALS = new Set<ProblemKind>([
  'signed-out',
  'forbidden',
  'not-found',
  'rejected',
  'rate-limited',
  'no-permission',
  'api-elsewhere',
  'changed',
]);

/** Tells whether a request for a change was refused, so that nothing was changed. */
export const isRefusal = ({ kind }: Problem): boolean => REFUSALS.has(kind);

/** A failed request. Its message names the problem's kind alone, so it is safe to log. */
export class PortalError extends Error {
  override readonly name = 'PortalError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem.detail
      ? { ...problem, detail: problem.detail.slice(0, DETAIL_LENGTH) }
      : problem;
  }
}

/** Tells whether a request failed in one of some ways. */
export const hasKind = (thrown: unknown, ...kinds: ProblemKind[]): thrown is PortalError =>
  thrown instanceof PortalError && kinds.includes(thrown.problem.kind);

/**
 * Gives the problem in whatever was thrown.
 * @throws what was thrown, when it is no `PortalError`: a defect must not pass for a portal's failure
 */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof PortalError) return thrown.problem;
  throw thrown;
}
