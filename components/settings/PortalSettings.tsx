import { Unplug } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import type { Discovery, Portal } from '../../utils/stored/portals';
import { Field } from '../common/Field';
import { IconButton } from '../common/IconButton';
import { ColorChoice } from './ColorChoice';
import { OPTIONAL_FIELDS, type OptionalField } from './portal-fields';

interface Props {
  portal: Portal;
  discovery: Discovery;
  /** resolves when it is saved */
  onChange(portal: Portal): Promise<void>;
  onRemove(): void;
  /**
   * asks the portal for its keys, and gives a sentence on how that went
   * @param saved resolves when these settings are saved
   */
  onTest(portal: Portal, saved: Promise<void>): Promise<string>;
}

/** The settings of one connected portal. Each is saved as soon as it is right. */
export function PortalSettings({ portal, discovery, onChange, onRemove, onTest }: Props) {
  const [result, setResult] = useState('');
  const saving = useRef({ portal, saved: Promise.resolve() });

  function save(changed: Portal) {
    saving.current = { portal: changed, saved: onChange(changed) };
  }

  async function test() {
    setResult(await onTest(saving.current.portal, saving.current.saved));
  }

  const optional = (field: OptionalField) => (
    <SavedField
      key={field.name}
      label={t(field.name)}
      value={portal[field.name] ?? ''}
      hint={field.hint(discovery)}
      check={(text) => (!text || field.isRight(text) ? '' : t(field.malformed))}
      onSave={(text) => save(withOptional(portal, field.name, text))}
    />
  );

  return (
    <section class={`card portal-settings color-${portal.color}`} aria-label={portal.label}>
      <header>
        <h2>{portal.origin}</h2>
        <IconButton
          icon={Unplug}
          label={t('removePortal', portal.label)}
          onClick={onRemove}
          danger
        />
      </header>
      <div class="field-grid">
        <SavedField
          label={t('label')}
          value={portal.label}
          check={(text) => (text ? '' : t('labelEmpty'))}
          onSave={(label) => save({ ...portal, label })}
        />
        <ColorChoice
          color={portal.color}
          name={portal.origin}
          onChoose={(color) => save({ ...portal, color })}
        />
        {OPTIONAL_FIELDS.places.map(optional)}
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={test}>
          {t('test')}
        </button>
        <p class="test-result" role="status">
          {result}
        </p>
      </div>
      <details>
        <summary>{t('advanced')}</summary>
        <p class="hint">{t('advancedHint')}</p>
        <div class="field-grid">{OPTIONAL_FIELDS.dialect.map(optional)}</div>
      </details>
    </section>
  );
}

function withOptional(portal: Portal, field: OptionalField['name'], text: string): Portal {
  const { [field]: _, ...others } = portal;
  return text ? { ...others, [field]: text } : others;
}

interface SavedFieldProps {
  label: string;
  value: string;
  hint?: string;
  /** gives what is wrong with a text, or an empty text */
  check(text: string): string;
  onSave(text: string): void;
}

function SavedField({ label, value, hint, check, onSave }: SavedFieldProps) {
  const [typed, setTyped] = useState(value);
  // What another window saves replaces what nobody is typing over.
  useEffect(() => setTyped(value), [value]);
  const problem = check(typed.trim());

  function save() {
    if (!problem && typed.trim() !== value) onSave(typed.trim());
  }

  return (
    <Field
      label={label}
      value={typed}
      onType={setTyped}
      problem={problem}
      {...(hint ? { hint } : {})}
      onBlur={save}
      onEnter={save}
    />
  );
}
