import type { RefObject } from 'preact';
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
  const wanted = name.trim();
  const isMissing = tried && !wanted;
  const [pending, generate] = usePending(async () => {
    setFailure('');
    setFailure((await onGenerate(wanted)) ?? '');
  });

  function submit(event: Event) {
    event.preventDefault();
    setTried(true);
    if (wanted) void generate();
    else input.current?.focus();
  }

  function cancel(event: Event) {
    event.preventDefault();
    // What is on its way cannot be taken back.
    if (!pending) onCancel();
  }

  function type(typed: string) {
    setName(typed);
    setFailure('');
    onDraft(typed);
  }

  return (
    <form
      class="generate card"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && cancel(event)}
      aria-label={t('generateApiKey')}
    >
      <NameField
        input={input}
        name={name}
        isMissing={isMissing}
        problem={isMissing ? t('nameEmpty') : failure}
        warning={names.includes(wanted) ? t('nameTaken') : ''}
        readOnly={pending}
        onType={type}
      />
      <Buttons pending={pending} onCancel={cancel} />
    </form>
  );
}

interface NameFieldProps {
  input: RefObject<HTMLInputElement | null>;
  name: string;
  isMissing: boolean;
  problem: string;
  warning: string;
  readOnly: boolean;
  onType(name: string): void;
}

/** The field for the name, focused when it appears, with a problem or a warning below it. */
function NameField({ input, name, problem, warning, ...rest }: NameFieldProps) {
  const noteId = useId();
  useEffect(() => input.current?.focus(), [input]);
  return (
    <>
      <label>
        {t('name')}
        <input
          ref={input}
          value={name}
          onInput={(event) => rest.onType(event.currentTarget.value)}
          placeholder={t('nameHint')}
          aria-invalid={rest.isMissing}
          aria-describedby={noteId}
          readOnly={rest.readOnly}
          autocomplete="off"
          maxLength={255}
        />
      </label>
      <p id={noteId} class={problem ? 'field-problem' : 'field-warning'} role="status">
        {problem || warning}
      </p>
    </>
  );
}

interface ButtonsProps {
  pending: boolean;
  onCancel(event: Event): void;
}

/** The buttons are never `disabled`, as a button that becomes disabled loses the focus. */
function Buttons({ pending, onCancel }: ButtonsProps) {
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
