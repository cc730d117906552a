import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import type { Preferences } from '../../utils/stored/preferences';
import { Field } from '../common/Field';
import { ClearAfterChoice } from './ClearAfterChoice';

interface Props {
  preferences: Preferences;
  onChange(preferences: Preferences): void;
  /** asks to be let change the clipboard; resolves with the answer */
  onAskClipboard(): Promise<boolean>;
}

/** What holds for all portals. Each value is saved as soon as it is right. */
export function PreferencesForm({ preferences, onChange, onAskClipboard }: Props) {
  const [first, second] = preferences.unusedDays;
  return (
    <section class="card">
      <NumberField
        label={t('waitMinutes')}
        hint={t('waitMinutesHint')}
        value={preferences.waitMinutes}
        max={60}
        onSave={(waitMinutes) => onChange({ ...preferences, waitMinutes })}
      />
      <ClearAfterChoice
        value={preferences.clearAfter}
        onChoose={(clearAfter) => onChange({ ...preferences, clearAfter })}
        onAsk={onAskClipboard}
      />
      <div class="field-grid">
        <NumberField
          label={t('unusedDaysFirst')}
          value={first}
          max={3650}
          onSave={(days) => onChange({ ...preferences, unusedDays: [days, second] })}
        />
        <NumberField
          label={t('unusedDaysSecond')}
          value={second}
          max={3650}
          onSave={(days) => onChange({ ...preferences, unusedDays: [first, days] })}
        />
      </div>
    </section>
  );
}

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number;
  max: number;
  onSave(value: number): void;
}

function NumberField({ label, hint, value, max, onSave }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value));
  const isRight = (text: string) =>
    /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= max;

  function type(text: string) {
    setTyped(text);
    if (isRight(text)) onSave(Number(text));
  }

  return (
    <Field
      label={label}
      value={typed}
      onType={type}
      problem={isRight(typed) ? '' : t('numberWrong', 1, max)}
      {...(hint ? { hint } : {})}
      inputMode="numeric"
    />
  );
}
