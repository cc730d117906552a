/** A browser event that a test triggers itself. */
export function fakeEvent<Args extends unknown[]>() {
  const listeners = new Set<(...args: Args) => unknown>();
  return {
    addListener: (listener: (...args: Args) => unknown) => void listeners.add(listener),
    removeListener: (listener: (...args: Args) => unknown) => void listeners.delete(listener),
    hasListener: (listener: (...args: Args) => unknown) => listeners.has(listener),
    /** Resolves when all listeners are done. */
    trigger: (...args: Args) => Promise.all([...listeners].map((listener) => listener(...args))),
  };
}
