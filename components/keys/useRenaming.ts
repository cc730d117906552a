import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiKey } from '../../utils/portal/schema';
import type { KeyEvents } from './KeyActions';
import type { RenameFormProps } from './RenameForm';

/**
 * Renames a key in its row; what was typed survives the window. Afterwards the focus is where it was: on
 * the row's Rename button.
 * @returns the form while there is one, what begins it, and the row's reference
 */
export function useRenaming<Row extends HTMLElement>(
  apiKey: ApiKey,
  { drafts, onRename }: Pick<KeyEvents, 'drafts' | 'onRename'>,
) {
  const what = `rename ${apiKey.id}`;
  const [renaming, setRenaming] = useState(drafts.get(what) !== null);
  const row = useRef<Row>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !renaming) {
      row.current?.querySelector<HTMLElement>('.actions button:nth-of-type(2)')?.focus();
    }
    was.current = renaming;
  }, [renaming]);
  const form: RenameFormProps | null = renaming
    ? {
        name: apiKey.name,
        draft: drafts.get(what),
        onDraft: (name) => drafts.keep(what, name),
        onRename: (name) => onRename(apiKey, name),
        onClose() {
          drafts.keep(what, '');
          setRenaming(false);
        },
      }
    : null;
  return { form, begin: () => setRenaming(true), row };
}
