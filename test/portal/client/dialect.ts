import type { ApiKey } from './api.ts';
import { config } from './config.ts';

/** The parts of an answer of the key API. */
type Wire = Record<string, unknown>;

/** One page of a list, and whether another follows. */
export function readList(body: unknown): { records: Wire[]; more: boolean } {
  const around = body as Wire;
  switch (config.envelope) {
    case 'bare':
      return { records: body as Wire[], more: false };
    case 'items':
      return { records: around.items as Wire[], more: false };
    case 'data':
      return { records: around.data as Wire[], more: false };
    case 'paged': {
      const [size, page, count] = Object.values(around.metadata as object).map(Number);
      const more = Number(size) * Number(page) < Number(count);
      return { records: around.data as Wire[], more };
    }
  }
}

export function readOne(body: unknown): Wire {
  const around = body as Wire;
  return 'data' in around ? (around.data as Wire) : around;
}

export function readKey(record: Wire): ApiKey {
  const { fields } = config;
  const lastIp = record[fields.lastIp];
  return {
    id: String(record[fields.id]),
    name: String(record[fields.name]),
    lastIp: isNever(lastIp) ? null : String(lastIp),
    lastActivity: readTime(record[fields.lastActivity]),
  };
}

function isNever(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === '-';
}

function readTime(value: unknown): Date | null {
  if (isNever(value)) return null;
  if (config.times === 'seconds') return new Date(Number(value) * 1000);
  if (config.times === 'plain') return new Date(`${String(value).replace(' ', 'T')}Z`);
  return new Date(value as string | number);
}

/** The state of a task, in either of its documented shapes. */
export function readTask(body: unknown): { status: string; result: unknown } {
  const task = readOne(body);
  const status = task.status ?? task.taskStatus ?? task.task_status;
  return { status: String(status), result: task.result };
}
