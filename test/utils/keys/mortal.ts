/** When a life ends. */
export interface Death {
  /** at which of the things that it waits for, counted from 1 */
  at: number;
  /** how far that has come; what has begun goes on, and only nobody learns of it */
  how: 'not begun' | 'under way' | 'done';
}

/**
 * The life of a background that the browser ends while it waits for something: from then on nothing that
 * it began goes on, and nothing is thrown.
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
    const acted = death.how === 'not begun' ? undefined : act().catch(() => {});
    if (death.how === 'done') await acted;
    ended.resolve();
    return forever;
  }

  return {
    /** Waits for something, unless the life ends then. */
    wait,
    /** Makes everything that an object can be asked to do a part of this life. */
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
