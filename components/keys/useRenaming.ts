import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiKey } from '../../utils/portal/schema';
import type { RowProps } from './events';
import type { RenameFormProps } from './RenameForm';

/**
 * Renames a key in its row. The typed name outlives the window. When the form closes, the focus returns to
 * the row's Rename button.
 * @returns the form's props while it is open, a function that opens it, and a reference for the row
 */
export function useRenaming<Row extends HTMLElement>(
  apiKey: ApiKey,
  { drafts, onRename }: Pick<RowProps, 'drafts' | 'onRename'>,
) {
  const draft = `rename ${apiKey.id}`;
  const [renaming, setRenaming] = useState(drafts.get(draft) !== null);
  const row = useRef<Row>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (wasRenaming.current && !renaming) {
      row.current?.querySelector<HTMLElement>('.actions button:nth-of-type(2)')?.focus();
    }
    wasRenaming.current = renaming;
  }, [renaming]);
  const form: RenameFormProps | null = renaming
    ? {
        name: apiKey.name,
        draft: drafts.get(draft),
        onDraft: (name) => drafts.keep(draft, name),
        onRename: (name) => onRename(apiKey, name),
        onClose() {
          drafts.keep(draft, '');
          setRenaming(false);
        },
      }
    : null;
  return { form, open: () => setRenaming(true), row };
}
