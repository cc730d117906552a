import type { RunnerTask } from 'vitest';
import type { PortalKind } from './portals.ts';

const COLUMNS = ['browser', 'layout', 'language', 'route', 'dialect', 'guard', 'session'] as const;
const WIDTHS = { browser: 8, layout: 7, language: 8, route: 9, dialect: 7, guard: 11, session: 11 };

const line = (text: (column: (typeof COLUMNS)[number]) => string) =>
  COLUMNS.map((column) => text(column).padEnd(WIDTHS[column])).join(' | ');

/** A combination as one line of the table. */
export const rowOf = (kind: PortalKind): string => line((column) => kind[column]);

/** Every combination with its result. */
export function tableOf(tasks: RunnerTask[]): string {
  const secondsOf = ({ result }: RunnerTask) => (result?.duration ?? 0) / 1000;
  const passed = tasks.filter(({ result }) => result?.state === 'pass');
  const all = tasks.reduce((sum, task) => sum + secondsOf(task), 0);
  return [
    `${line((column) => column)} | result`,
    ...tasks.map(
      (task) => `${task.name} | ${task.result?.state} (${secondsOf(task).toFixed(1)} s)`,
    ),
    `${passed.length} of ${tasks.length} passed in ${all.toFixed(0)} s`,
  ].join('\n');
}
