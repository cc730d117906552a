import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import { usePending } from '../common/usePending';

export interface GenerateFormProps {
  /** the names of the existing keys */
  names: string[];
  /** what was typed before, perhaps in a window that has been closed since */
  draft: string;
  onDraft(name: string): void;
  /** resolves with `null` once the request was accepted, or with a sentence saying why not */
  onGenerate(name: string): Promise<string | null>;
  onCancel(): void;
}

/** Asks for the name of a new key. */
export function GenerateForm({ names, draft, onDraft, onGenerate, onCancel }: GenerateFormProps) {
  const [name, setName] = useState(draft);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const noteId = useId();
  useEffect(() => input.current?.focus(), []);

  const wanted = name.trim();
  const isMissing = tried && !wanted;
  const problem = isMissing ? t('nameEmpty') : failure;
  const warning = names.includes(wanted) ? t('nameTaken') : '';

  const [pending, generate] = usePending(async () => {
    setFailure('');
    setFailure((await onGenerate(wanted)) ?? '');
  });
  // Nothing can be taken back once it is sent.
  const cancel = () => pending || onCancel();

  function submit(event: Event) {
    event.preventDefault();
    setTried(true);
    if (wanted) void generate();
    else input.current?.focus();
  }

  function type(typed: string) {
    setName(typed);
    setFailure('');
    onDraft(typed);
  }

  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    cancel();
  }

  return (
    <form
      class="generate card"
      onSubmit={submit}
      onKeyDown={cancelOnEscape}
      aria-label={t('generateApiKey')}
    >
      <label>
        {t('name')}
        <input
          ref={input}
          value={name}
          onInput={(event) => type(event.currentTarget.value)}
          placeholder={t('nameHint')}
          aria-invalid={isMissing}
          aria-describedby={noteId}
          readOnly={pending}
          autocomplete="off"
          maxLength={255}
        />
      </label>
      <p id={noteId} class={problem ? 'field-problem' : 'field-warning'} role="status">
        {problem || warning}
      </p>
      <Buttons pending={pending} onCancel={cancel} />
    </form>
  );
}

/** They are not `disabled` while the request is sent, as that would take the focus from them. */
function Buttons({ pending, onCancel }: { pending: boolean; onCancel(): void }) {
  return (
    <div class="buttons end">
      <button type="button" class="button" aria-disabled={pending} onClick={onCancel}>
        {t('cancel')}
      </button>
      <button type="submit" class="button primary" aria-disabled={pending}>
        {t('generate')}
      </button>
    </div>
  );
}
