import { useEffect, useRef, useState } from 'preact/hooks';

/** Enough rows to fill any window. */
const STEP = 60;

/**
 * Renders only the beginning of a long list, and more of it when its end is scrolled into view. A list of a
 * thousand keys opens as fast as a short one.
 * @param total the length of the list
 * @param restart the list goes back to its beginning when this changes
 * @returns how many rows to render, and a reference for an element after the last row
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
