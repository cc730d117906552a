import { useId } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  onType(text: string): void;
  onBlur?(): void;
  onEnter?(): void;
  hint?: string;
  problem?: string;
  /** which keyboard a touch screen shows */
  inputMode?: 'url' | 'numeric' | 'text';
}

/** A labelled text box with a hint below it, or what is wrong with what was typed. */
export function Field({ label, value, onType, hint, problem, ...rest }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
        onBlur={() => rest.onBlur?.()}
        onKeyDown={(event) => event.key === 'Enter' && rest.onEnter?.()}
        inputMode={rest.inputMode ?? 'text'}
        aria-invalid={Boolean(problem)}
        aria-describedby={`${id}-note`}
        autocomplete="off"
        spellcheck={false}
      />
      <p
        id={`${id}-note`}
        class={problem ? 'field-problem' : 'hint'}
        role={problem ? 'alert' : undefined}
      >
        {problem || hint}
      </p>
    </div>
  );
}
