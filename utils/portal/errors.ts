/** Every way a request to a portal can fail. Each has its own sentence in the interface. */
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

/** What went wrong, as plain data. It can be stored and sent between windows, and holds no secret. */
export interface Problem {
  kind: ProblemKind;
  /** the HTTP status, if the portal answered */
  status?: number;
  /** the portal's own message, shortened; show it as text, never as markup */
  detail?: string;
  /** seconds to wait, if the portal said so */
  retryAfter?: number;
  /** the other host that the portal's API seems to use, such as `https://api.example.com` */
  apiOrigin?: string;
  /** set if we stopped waiting: the portal may still be working on the change */
  pending?: true;
}

/** Characters of a portal's message that are kept. */
const DETAIL_LENGTH = 300;

/** After these, the portal has certainly changed nothing. */
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

/** Whether the portal certainly did not carry out a change that failed with this problem. */
export const isRefusal = ({ kind }: Problem): boolean => REFUSALS.has(kind);

/** A failed request. Its message is the problem's kind and nothing else, so it is safe to log. */
export class PortalError extends Error {
  override readonly name = 'PortalError';
  readonly problem: Problem;

  /** @param problem what went wrong; a long `detail` is cut */
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem.detail
      ? { ...problem, detail: problem.detail.slice(0, DETAIL_LENGTH) }
      : problem;
  }
}

/** Whether something thrown is a `PortalError` of one of these kinds. */
export const hasKind = (thrown: unknown, ...kinds: ProblemKind[]): thrown is PortalError =>
  thrown instanceof PortalError && kinds.includes(thrown.problem.kind);

/**
 * Returns the problem in a `PortalError`.
 * @param thrown anything that was thrown
 * @throws `thrown` itself if it is anything else: a bug must not look like a failure of the portal
 */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof PortalError) return thrown.problem;
  throw thrown;
}
