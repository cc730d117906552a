import { randomUUID } from 'node:crypto';

/** A requested change that is not made yet. */
export interface Task {
  id: string;
  userName: string;
  /** How many times it was polled. */
  asked: number;
  run: () => unknown;
  /** The resulting record, or null if there is none. */
  result?: unknown;
}

/** The requested changes, if the key API works with tasks. */
export class TaskStore {
  readonly #byId = new Map<string, Task>();

  start(userName: string, run: () => unknown): Task {
    const task = { id: randomUUID(), userName, asked: 0, run };
    this.#byId.set(task.id, task);
    return task;
  }

  /** Users see only their own tasks. */
  find(userName: string, id: string): Task | undefined {
    const task = this.#byId.get(id);
    return task?.userName === userName ? task : undefined;
  }
}
