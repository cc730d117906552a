import { useEffect, useState } from 'preact/hooks';

/**
 * Gives how long it still is until a time, drawn anew each second.
 * @param until and the result in milliseconds
 */
export function useTimeLeft(until: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return until - now;
}
