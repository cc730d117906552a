/** When the background dies. */
export interface Death {
  /** the number of the await, counted from 1 */
  at: number;
  /** how far the awaited work has come; what has started still finishes, unseen */
  how: 'not started' | 'in progress' | 'done';
}

/**
 * The life of a background that the browser stops at an await. After that nothing it started continues, and
 * nothing is thrown.
 */
export function createLife(death: Death | null) {
  let waits = 0;
  let dead = false;
  const ended = Promise.withResolvers<void>();
  const forever = new Promise<never>(() => {});

  async function wait<T>(act: () => Promise<T>): Promise<T> {
    if (dead) return forever;
    waits += 1;
    if (waits !== death?.at) return act().then((done) => (dead ? forever : done));
    dead = true;
    const acted = death.how === 'not started' ? undefined : act().catch(() => {});
    if (death.how === 'done') await acted;
    ended.resolve();
    return forever;
  }

  return {
    /** Awaits something, unless the background dies at that await. */
    wait,
    /** Makes every method of an object an await of this life. */
    live<T extends object>(object: T): T {
      return new Proxy(object, {
        get(target, name, receiver) {
          const found: unknown = Reflect.get(target, name, receiver);
          if (typeof found !== 'function') return found;
          return (...args: unknown[]) => wait(async () => found.apply(target, args));
        },
      });
    },
    ended: ended.promise,
    waits: () => waits,
  };
}
