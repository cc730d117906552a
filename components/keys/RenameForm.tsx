import { Check, X } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import { Icon } from '../common/Icon';
import { IconButton } from '../common/IconButton';

export interface RenameFormProps {
  name: string;
  /** what was typed before, perhaps in a window that has been closed since */
  draft: string | null;
  onDraft(name: string): void;
  /** resolves with a sentence when renaming failed, otherwise with `null` */
  onRename(name: string): Promise<string | null>;
  onClose(): void;
}

/** Renames a key in its row. Enter saves the new name, Escape keeps the old one. */
export function RenameForm({ draft, onDraft, onClose, ...initial }: RenameFormProps) {
  // The list may be read again while the form is open. The form stays with the key that it was opened for.
  const [{ name, onRename }] = useState(initial);
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
    const failure = await onRename(wanted);
    setBusy(false);
    if (failure === null) onClose();
    else setProblem(failure);
  }

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  return (
    <form class="rename" onSubmit={submit} onKeyDown={closeOnEscape}>
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
