/// <reference lib="dom" />
import { useEffect, useState } from 'preact/hooks';

/** The URL hash without its #, and a function that changes it. */
export function useHash(): [string, (hash: string) => void] {
  const [hash, setHash] = useState(location.hash.slice(1));
  useEffect(() => {
    const read = () => setHash(location.hash.slice(1));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return [
    hash,
    (next) => {
      location.hash = next;
    },
  ];
}
