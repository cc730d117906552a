import type { PortalSettings } from '../settings.ts';
import type { PortalState } from '../state.ts';
import type { Task } from '../tasks.ts';
import type { User } from '../users.ts';
import { answerOne } from './dialect.ts';
import { spellAll } from './spelling.ts';

/** The changed record for the answer, or nothing if the answer is empty. */
type Change = () => Record<string, unknown> | undefined;

/** Makes a change at once or starts a task for it. */
export function answerChange(
  state: PortalState,
  user: User,
  status: number,
  change: Change,
): Response {
  const { settings } = state;
  if (settings.async === false) {
    const record = change();
    if (record === undefined) return new Response(null, { status: 204 });
    return answerOne(settings, record, status);
  }
  const task = state.tasks.start(user.userName, change);
  const started = { taskId: task.id, taskStatus: 'PENDING' };
  return Response.json(spellAll(settings, started), { status: 202 });
}

/** The state of a task. The request that first sees it ended makes the change. */
export function answerTask(settings: PortalSettings, task: Task): Response {
  task.asked += 1;
  const ended = task.asked > settings.pendingAnswers;
  const status = ended ? settings.taskOutcome : 'PENDING';
  if (status === 'SUCCESS' && task.result === undefined) task.result = task.run() ?? null;
  const result = status === 'PENDING' ? null : (task.result ?? { message: 'The task failed.' });
  const data = { id: task.id, status, result: status === 'SUCCESS' ? task.result : result };
  const flat = { taskId: data.id, taskStatus: data.status, result: data.result };
  return Response.json(spellAll(settings, settings.async === 'flat' ? flat : { data }));
}
