import { useId, useState } from 'preact/hooks';
import { language, t } from '../../utils/browser/i18n';
import { CLEAR_DELAYS } from '../../utils/stored/preferences';
import { Hint } from '../common/Hint';

interface Props {
  /** seconds, 0 for never */
  value: number;
  onChoose(seconds: number): void;
  /** asks for what it takes to empty the clipboard; called straight from the choice */
  onAsk(): Promise<boolean>;
}

/** When a copied key is taken off the clipboard. It is chosen only once the browser may do it. */
export function ClearAfterChoice({ value, onChoose, onAsk }: Props) {
  const id = useId();
  const [refused, setRefused] = useState(false);

  async function choose(seconds: number) {
    setRefused(false);
    if (seconds === 0 || (await onAsk())) onChoose(seconds);
    else setRefused(true);
  }

  return (
    <div class="field">
      <label for={id}>{t('clearAfter')}</label>
      <select
        id={id}
        value={String(value)}
        onChange={(event) => choose(Number(event.currentTarget.value))}
        aria-describedby={`${id}-note`}
      >
        {CLEAR_DELAYS.map((seconds) => (
          <option key={seconds} value={seconds}>
            {seconds === 0 ? t('clearOff') : duration(seconds)}
          </option>
        ))}
      </select>
      {refused && (
        <p class="field-problem" role="alert">
          {t('clearRefused')}
        </p>
      )}
      <Hint id={`${id}-note`} text={t('clearAfterHint')} more={t('clearAfterMore')} />
    </div>
  );
}

function duration(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, 'second'] : [seconds / 60, 'minute'];
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(language(), style).format(count);
}
