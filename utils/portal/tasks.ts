import { isRecord } from '../record';
import { hasKind, PortalError, type Problem } from './errors';
import { normalizeFields } from './fields';
import type { Http } from './http';
import { API_BASES } from './key-routes';

/** The state of a change that the portal carries out in the background. */
type Task =
  | { status: 'pending'; id: string }
  | { status: 'success'; result: unknown }
  | { status: 'failure'; reason: Pick<Problem, 'detail'> };

/** How long to wait for a task, and between two questions about it; milliseconds. */
const TIMEOUT = 60_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 3_000;

/**
 * Waits for the end of a task, if a change was answered with one.
 * @param list the path where the change was made; the portal's tasks are looked for beside it first
 * @param answer the JSON that the change was answered with
 * @returns the task's result, or `answer` if it is not a task
 * @throws PortalError `rejected` if the task failed; `unknown-outcome`, with `pending`, if it did not
 *   end within a minute or could not be found: the portal had accepted the change
 */
export async function awaitTask(http: Http, list: string, answer: unknown): Promise<unknown> {
  let task = readTask(answer, false);
  if (!task) return answer;
  const end = Date.now() + TIMEOUT;
  for (let pause = FIRST_PAUSE; task.status === 'pending'; pause *= 1.5) {
    if (Date.now() > end) throw outcomeUnknown();
    const { id } = task;
    await new Promise((resume) => setTimeout(resume, Math.min(pause, LONGEST_PAUSE)));
    task = await fetchTask(http, list, id);
  }
  if (task.status === 'success') return task.result;
  throw new PortalError({ kind: 'rejected', ...task.reason });
}

const outcomeUnknown = () => new PortalError({ kind: 'unknown-outcome', pending: true });

async function fetchTask(http: Http, list: string, id: string): Promise<Task> {
  const beside = list.match(/^(.*?\/(?:api\/v\d+|v\d+|rest))\//)?.[1];
  for (const base of new Set([...(beside ? [beside] : []), ...API_BASES])) {
    try {
      const body = await http.request('get', `${base}/tasks/${encodeURIComponent(id)}`);
      const task = readTask(body, true);
      if (task) return task;
    } catch (thrown) {
      if (!(thrown instanceof PortalError)) throw thrown;
      if (!hasKind(thrown, 'not-found')) break;
    }
  }
  throw outcomeUnknown();
}

/**
 * Reads a task. The portal's documentation shows `{ taskId, taskStatus, result }`; public clients read
 * `{ data: { id, status, result } }`. A failure is `FAILED` in one and `FAILURE` in the other.
 * @param isOwnAnswer whether this answers a question about a task, so that the second form counts, too
 */
function readTask(body: unknown, isOwnAnswer: boolean): Task | null {
  if (!isRecord(body)) return null;
  const fields = normalizeFields(isOwnAnswer && isRecord(body.data) ? body.data : body);
  const field = (name: string) =>
    fields.get(`task${name}`) ?? (isOwnAnswer ? fields.get(name) : undefined);
  const status = field('status');
  const id = field('id');
  const result = fields.get('result');
  if (typeof status !== 'string') return null;
  switch (status.toUpperCase()) {
    case 'SUCCESS':
      return { status: 'success', result: result ?? (isOwnAnswer ? null : body) };
    case 'FAILED':
    case 'FAILURE': {
      const detail = fields.get('message') ?? (isRecord(result) ? result.message : result);
      return { status: 'failure', reason: typeof detail === 'string' && detail ? { detail } : {} };
    }
    default:
      if (typeof id !== 'string' && typeof id !== 'number') return null;
      return { status: 'pending', id: String(id) };
  }
}
