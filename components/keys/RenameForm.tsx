import { Check, X } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import { Icon } from '../common/Icon';
import { IconButton } from '../common/IconButton';

export interface RenameFormProps {
  name: string;
  /** what was typed before, perhaps in a window that is closed by now */
  draft: string | null;
  onDraft(name: string): void;
  /** gives the sentence to show when it failed, `null` when it was done */
  onRename(name: string): Promise<string | null>;
  onClose(): void;
}

/** Renames a key in its place. Enter saves; Escape restores. */
export function RenameForm({ draft, onDraft, onClose, ...given }: RenameFormProps) {
  // The key that the form was opened for, whatever the list says meanwhile.
  const [{ name, onRename }] = useState(given);
  const [typed, setTyped] = useState(draft ?? name);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  function type(text: string) {
    setTyped(text);
    onDraft(text);
  }

  async function submit(event: Event) {
    event.preventDefault();
    const wanted = typed.trim();
    if (!wanted) return setProblem(t('nameEmpty'));
    if (wanted === name) return onClose();
    setBusy(true);
    const failed = await onRename(wanted);
    setBusy(false);
    if (failed === null) onClose();
    else setProblem(failed);
  }

  function restore(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  return (
    <form class="rename" onSubmit={submit} onKeyDown={restore}>
      <input
        ref={input}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        aria-label={t('newName', name)}
        aria-invalid={problem !== ''}
        aria-describedby={problemId}
        autocomplete="off"
        maxLength={255}
      />
      <button
        type="submit"
        class="icon-button"
        aria-label={t('save')}
        title={t('save')}
        disabled={busy}
      >
        <Icon of={Check} />
      </button>
      <IconButton icon={X} label={t('cancel')} onClick={onClose} />
      <p id={problemId} class="field-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
