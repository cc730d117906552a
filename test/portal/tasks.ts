import { randomUUID } from 'node:crypto';

/** A change that was asked for and is not made yet. */
export interface Task {
  id: string;
  userName: string;
  /** How often it was asked about. */
  asked: number;
  run: () => unknown;
  /** What came of it; null where nothing does. */
  result?: unknown;
}

/** The changes people asked for where the key API works in tasks. */
export class TaskStore {
  readonly #byId = new Map<string, Task>();

  start(userName: string, run: () => unknown): Task {
    const task = { id: randomUUID(), userName, asked: 0, run };
    this.#byId.set(task.id, task);
    return task;
  }

  /** Nobody sees the tasks of others. */
  find(userName: string, id: string): Task | undefined {
    const task = this.#byId.get(id);
    return task?.userName === userName ? task : undefined;
  }
}
