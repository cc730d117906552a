import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';

interface Props {
  /** the names that are taken */
  names: string[];
  /** what was typed before, perhaps in a window that is closed by now */
  draft: string;
  onDraft(name: string): void;
  onGenerate(name: string): void;
  onCancel(): void;
}

/** Asks for the name of a new key. */
export function GenerateForm({ names, draft, onDraft, onGenerate, onCancel }: Props) {
  const [name, setName] = useState(draft);
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  useEffect(() => input.current?.focus(), []);

  const wanted = name.trim();
  const problem = tried && !wanted ? t('nameEmpty') : '';
  const warning = names.includes(wanted) ? t('nameTaken') : '';

  function submit(event: Event) {
    event.preventDefault();
    setTried(true);
    if (wanted) onGenerate(wanted);
    else input.current?.focus();
  }

  function type(typed: string) {
    setName(typed);
    onDraft(typed);
  }

  function leave(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  }

  return (
    <form
      class="generate card"
      onSubmit={submit}
      onKeyDown={leave}
      aria-label={t('generateApiKey')}
    >
      <label>
        {t('name')}
        <input
          ref={input}
          value={name}
          onInput={(event) => type(event.currentTarget.value)}
          placeholder={t('nameHint')}
          aria-invalid={problem !== ''}
          aria-describedby={hintId}
          autocomplete="off"
          maxLength={255}
        />
      </label>
      <p id={hintId} class={problem ? 'field-problem' : 'field-warning'} role="status">
        {problem || warning}
      </p>
      <div class="buttons end">
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="submit" class="button primary">
          {t('generate')}
        </button>
      </div>
    </form>
  );
}
