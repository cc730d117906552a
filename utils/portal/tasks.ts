import { isRecord } from '../record';
import { PortalError } from './errors';
import { plainFields } from './fields';

/** How far a change is that the portal carries out in its own time. */
export type TaskState =
  | { status: 'pending'; id: string }
  | { status: 'success'; result: unknown }
  | { status: 'failure'; message?: string };

/**
 * Reads an answer as the state of a task; `null` when it is none. The documentation shows
 * `{ taskId, taskStatus, result }`, public clients read `{ data: { id, status, result } }`, and a failure
 * is `FAILED` in one and `FAILURE` in the other.
 * @param asked whether the answer came from the tasks' own address, where the second form is to be expected
 */
export function readTask(body: unknown, asked: boolean): TaskState | null {
  if (!isRecord(body)) return null;
  const inner = plainFields(asked && isRecord(body.data) ? body.data : body);
  const status = inner.get('taskstatus') ?? (asked ? inner.get('status') : undefined);
  const id = inner.get('taskid') ?? (asked ? inner.get('id') : undefined);
  if (typeof status !== 'string') return null;
  switch (status.toUpperCase()) {
    case 'SUCCESS':
      return { status: 'success', result: inner.get('result') ?? (asked ? null : body) };
    case 'FAILED':
    case 'FAILURE':
      return { status: 'failure', ...messageOf(inner) };
    default:
      if (typeof id !== 'string' && typeof id !== 'number') return null;
      return { status: 'pending', id: String(id) };
  }
}

function messageOf(task: Map<string, unknown>): { message?: string } {
  const result = task.get('result');
  const said = task.get('message') ?? (isRecord(result) ? result.message : result);
  return typeof said === 'string' ? { message: said } : {};
}

/** A task that takes longer counts as lost: the person is told, and the list shows what became of it. */
const PATIENCE = 60_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 3_000;

/**
 * Follows a task to its end, asking ever more slowly.
 * @param ask reads the task's state
 * @returns its result
 * @throws PortalError `rejected` when it failed, `unknown-outcome` when it did not end in time
 */
export async function followTask(
  first: TaskState,
  ask: (id: string) => Promise<TaskState>,
): Promise<unknown> {
  const end = Date.now() + PATIENCE;
  let task = first;
  for (let pause = FIRST_PAUSE; task.status === 'pending'; pause *= 1.5) {
    if (Date.now() > end) throw new PortalError({ kind: 'unknown-outcome', pending: true });
    const { id } = task;
    await new Promise((resume) => setTimeout(resume, Math.min(pause, LONGEST_PAUSE)));
    task = await ask(id);
  }
  if (task.status === 'success') return task.result;
  throw new PortalError({ kind: 'rejected', ...(task.message ? { detail: task.message } : {}) });
}
