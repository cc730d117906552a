import { Unplug } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import { type Discovery, PORTAL_COLORS, type Portal, type PortalColor } from '../utils/settings';
import { Field } from './Field';
import { IconButton } from './IconButton';

interface Props {
  portal: Portal;
  discovery: Discovery;
  onChange(portal: Portal): void;
  onRemove(): void;
}

/** The settings of one connected portal. Each is saved as soon as it is right. */
export function PortalSettings({ portal, discovery, onChange, onRemove }: Props) {
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
          onSave={(label) => onChange({ ...portal, label })}
        />
        <ColorChoice
          color={portal.color}
          name={portal.origin}
          onChoose={(color) => onChange({ ...portal, color })}
        />
        <SavedField
          label={t('keysPath')}
          value={portal.keysPath ?? ''}
          hint={discovery.routes ? t('found', discovery.routes.list) : t('keysPathHint')}
          check={(text) => (!text || /^\/[^\s?#]*$/.test(text) ? '' : t('keysPathMalformed'))}
          onSave={(keysPath) => onChange(withOptional(portal, 'keysPath', keysPath))}
        />
        <SavedField
          label={t('endpoint')}
          value={portal.endpoint ?? ''}
          hint={endpointHint(discovery)}
          check={(text) => (!text || isUrl(text) ? '' : t('endpointMalformed'))}
          onSave={(endpoint) => onChange(withOptional(portal, 'endpoint', endpoint))}
        />
      </div>
    </section>
  );
}

function endpointHint({ endpoint, endpointFrom }: Discovery): string {
  if (!endpoint) return t('endpointHint');
  const source = t(endpointFrom === 'page' ? 'endpointFromPage' : 'endpointFromApi');
  return `${t('found', endpoint)} (${source})`;
}

const isUrl = (text: string) => URL.canParse(text) && /^https?:/.test(text);

function withOptional(portal: Portal, field: 'keysPath' | 'endpoint', text: string): Portal {
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

const COLOR_NAMES = {
  blue: 'colorBlue',
  green: 'colorGreen',
  amber: 'colorAmber',
  red: 'colorRed',
  violet: 'colorViolet',
  grey: 'colorGrey',
} as const satisfies Record<PortalColor, string>;

interface ColorChoiceProps {
  color: PortalColor;
  /** tells the choices of several portals apart */
  name: string;
  onChoose(color: PortalColor): void;
}

function ColorChoice({ color, name, onChoose }: ColorChoiceProps) {
  return (
    <fieldset class="field colors">
      <legend>{t('color')}</legend>
      {PORTAL_COLORS.map((each) => (
        <input
          key={each}
          type="radio"
          class={`color-${each}`}
          name={`color ${name}`}
          aria-label={t(COLOR_NAMES[each])}
          title={t(COLOR_NAMES[each])}
          checked={each === color}
          onChange={() => onChoose(each)}
        />
      ))}
    </fieldset>
  );
}
