import { useEffect, useRef, useState } from 'preact/hooks';

/** So many rows fill any window; the others come when they are scrolled to. */
const STEP = 60;

/**
 * Shows a long list bit by bit, so that a thousand rows cost no more at first than a few.
 * @param total the length of the list
 * @param restart shows the beginning again when this changes
 * @returns how many to show, and a reference for an element after the last one
 */
export function useGrowing(total: number, restart: unknown) {
  const [shown, setShown] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => setShown(STEP), [restart]);
  useEffect(() => {
    if (!end.current || shown >= total) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setShown((now) => now + STEP),
      { rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown, total]);
  return { shown, end };
}
