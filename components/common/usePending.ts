import { useRef, useState } from 'preact/hooks';

/**
 * Runs an action once at a time: a second click or Enter while it is running does nothing.
 * @returns whether the action is running, and the function that starts it
 */
export function usePending(action: () => Promise<void>): [boolean, () => Promise<void>] {
  const [pending, setPending] = useState(false);
  // The state only changes with the next rendering; a second event may come before that.
  const running = useRef(false);

  async function start() {
    if (running.current) return;
    running.current = true;
    setPending(true);
    try {
      await action();
    } finally {
      running.current = false;
      setPending(false);
    }
  }

  return [pending, start];
}
