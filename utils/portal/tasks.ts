import { isRecord } from '../record';
import { PortalError } from './errors';
import { type Fields, normalizeFields } from './fields';
import type { Http } from './http';
import { API_BASES } from './key-routes';

/** The state of a change that the portal carries out in the background. */
type Task =
  | { status: 'pending'; id: string }
  | { status: 'success'; result: unknown }
  | { status: 'failure'; message?: string };

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
  let task = readAnswer(answer);
  if (!task) return answer;
  const end = Date.now() + TIMEOUT;
  for (let pause = FIRST_PAUSE; task.status === 'pending'; pause *= 1.5) {
    if (Date.now() > end) throw outcomeUnknown();
    const { id } = task;
    await new Promise((resume) => setTimeout(resume, Math.min(pause, LONGEST_PAUSE)));
    task = await fetchTask(http, list, id);
  }
  if (task.status === 'success') return task.result;
  throw new PortalError({ kind: 'rejected', ...(task.message ? { detail: task.message } : {}) });
}

const outcomeUnknown = () => new PortalError({ kind: 'unknown-outcome', pending: true });

async function fetchTask(http: Http, list: string, id: string): Promise<Task> {
  const beside = list.match(/^(.*?\/(?:api\/v\d+|v\d+|rest))\//)?.[1];
  for (const base of new Set([...(beside ? [beside] : []), ...API_BASES])) {
    try {
      const body = await http.request('get', `${base}/tasks/${encodeURIComponent(id)}`);
      const task = readTaskRecord(body);
      if (task) return task;
    } catch (thrown) {
      if (!(thrown instanceof PortalError)) throw thrown;
      if (thrown.problem.kind !== 'not-found') break;
    }
  }
  throw outcomeUnknown();
}

/** Reads the answer to a change as a task. The documentation shows `{ taskId, taskStatus, result }`. */
function readAnswer(body: unknown): Task | null {
  if (!isRecord(body)) return null;
  const fields = normalizeFields(body);
  return taskOf(fields, fields.get('taskstatus'), fields.get('taskid'), body);
}

/** Reads an answer of `/tasks/:id`, where public clients also read `{ data: { id, status, result } }`. */
function readTaskRecord(body: unknown): Task | null {
  if (!isRecord(body)) return null;
  const fields = normalizeFields(isRecord(body.data) ? body.data : body);
  const status = fields.get('taskstatus') ?? fields.get('status');
  return taskOf(fields, status, fields.get('taskid') ?? fields.get('id'), null);
}

/** A failure is `FAILED` in the documentation and `FAILURE` in public clients. */
function taskOf(fields: Fields, status: unknown, id: unknown, noResult: unknown): Task | null {
  if (typeof status !== 'string') return null;
  switch (status.toUpperCase()) {
    case 'SUCCESS':
      return { status: 'success', result: fields.get('result') ?? noResult };
    case 'FAILED':
    case 'FAILURE':
      return { status: 'failure', ...messageOf(fields) };
    default:
      if (typeof id !== 'string' && typeof id !== 'number') return null;
      return { status: 'pending', id: String(id) };
  }
}

function messageOf(fields: Fields): { message?: string } {
  const result = fields.get('result');
  const message = fields.get('message') ?? (isRecord(result) ? result.message : result);
  return typeof message === 'string' ? { message } : {};
}
