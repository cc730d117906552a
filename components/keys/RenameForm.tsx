import { Check, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import { Icon } from '../common/Icon';
import { IconButton } from '../common/IconButton';
import { usePending } from '../common/usePending';

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
  const [pending, rename] = usePending(async () => {
    const failure = await onRename(typed.trim());
    if (failure === null) onClose();
    else setProblem(failure);
  });

  function submit(event: Event) {
    event.preventDefault();
    const wanted = typed.trim();
    if (!wanted) setProblem(t('nameEmpty'));
    else if (wanted === name) onClose();
    else void rename();
  }

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  function type(text: string) {
    setTyped(text);
    onDraft(text);
  }

  return (
    <form class="rename" onSubmit={submit} onKeyDown={closeOnEscape}>
      <NameInput label={t('newName', name)} value={typed} problem={problem} onType={type}>
        <button
          type="submit"
          class="icon-button"
          aria-label={t('save')}
          title={t('save')}
          aria-disabled={pending}
        >
          <Icon of={Check} />
        </button>
        <IconButton icon={X} label={t('cancel')} onClick={onClose} />
      </NameInput>
    </form>
  );
}

interface NameInputProps {
  label: string;
  value: string;
  problem: string;
  onType(text: string): void;
  /** the buttons beside it */
  children: ComponentChildren;
}

/** The field for the new name, with the old one selected when it appears, and any problem below. */
function NameInput({ label, value, problem, onType, children }: NameInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <>
      <input
        ref={input}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
        aria-label={label}
        aria-invalid={problem !== ''}
        aria-describedby={problemId}
        autocomplete="off"
        maxLength={255}
      />
      {children}
      <p id={problemId} class="field-problem" role="alert">
        {problem}
      </p>
    </>
  );
}
