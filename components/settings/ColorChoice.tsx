import { t } from '../../utils/browser/i18n';
import { PORTAL_COLORS, type PortalColor } from '../../utils/stored/portals';

const NAMES = {
  blue: 'colorBlue',
  green: 'colorGreen',
  amber: 'colorAmber',
  red: 'colorRed',
  violet: 'colorViolet',
  grey: 'colorGrey',
} as const satisfies Record<PortalColor, string>;

interface Props {
  color: PortalColor;
  /** tells the choices of several portals apart */
  name: string;
  onChoose(color: PortalColor): void;
}

/** Chooses the colour by which a portal is told apart. */
export function ColorChoice({ color, name, onChoose }: Props) {
  return (
    <fieldset class="field colors">
      <legend>{t('color')}</legend>
      {PORTAL_COLORS.map((each) => (
        <input
          key={each}
          type="radio"
          class={`color-${each}`}
          name={`color ${name}`}
          aria-label={t(NAMES[each])}
          title={t(NAMES[each])}
          checked={each === color}
          onChange={() => onChoose(each)}
        />
      ))}
    </fieldset>
  );
}
