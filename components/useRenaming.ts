import { useEffect, useRef, useState } from 'preact/hooks';

/** Whether a row is being renamed. Afterwards the focus is where it was: on the row's Rename button. */
export function useRenaming<Row extends HTMLElement>() {
  const [renaming, setRenaming] = useState(false);
  const row = useRef<Row>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !renaming) {
      row.current?.querySelector<HTMLElement>('.actions button:nth-of-type(2)')?.focus();
    }
    was.current = renaming;
  }, [renaming]);
  return { renaming, setRenaming, row };
}
