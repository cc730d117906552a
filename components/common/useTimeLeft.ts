import { useEffect, useState } from 'preact/hooks';

/**
 * The time that is left until a moment; renders the component again every second.
 * @param until milliseconds since the epoch
 * @returns milliseconds, negative once the moment has passed
 */
export function useTimeLeft(until: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return until - now;
}
