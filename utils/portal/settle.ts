import { PortalError } from './errors';
import type { Http } from './http';
import { API_BASES } from './key-routes';
import { followTask, readTask, type TaskState } from './tasks';

/**
 * Waits for a change that the portal carries out in its own time.
 * @param list where the change was made; the portal's tasks are looked for beside it first
 * @param answer what came back at once
 * @returns the answer, or the task's result
 * @throws PortalError `unknown-outcome` when the task can no longer be followed: the change was accepted
 */
export async function settle(http: Http, list: string, answer: unknown): Promise<unknown> {
  const task = readTask(answer, false);
  if (!task) return answer;
  return followTask(task, (id) => askTask(http, list, id));
}

async function askTask(http: Http, list: string, id: string): Promise<TaskState> {
  const beside = list.match(/^(.*?\/(?:api\/v\d+|v\d+|rest))\//)?.[1];
  for (const base of new Set([...(beside ? [beside] : []), ...API_BASES])) {
    try {
      const body = await http.request('get', `${base}/tasks/${encodeURIComponent(id)}`);
      const task = readTask(body, true);
      if (task) return task;
    } catch (thrown) {
      if (!(thrown instanceof PortalError)) throw thrown;
      if (thrown.problem.kind !== 'not-found') break;
    }
  }
  throw new PortalError({ kind: 'unknown-outcome', pending: true });
}
