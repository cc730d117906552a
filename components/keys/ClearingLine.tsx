import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import type { Clearing } from '../../utils/keys/clearing';
import { announce } from '../common/announce';
import { countdown } from '../common/time';
import { useTimeLeft } from '../common/useTimeLeft';

interface Props {
  clearing: Clearing;
  /** resolves when the clipboard is empty */
  onClear(): Promise<void>;
}

/** While a copied key is on the clipboard: when the clipboard is cleared, and a button to clear it now. */
export function ClearingLine({ clearing, onClear }: Props) {
  const previous = useRef(clearing);
  useEffect(() => {
    if (clearing === 'cleared' && previous.current !== clearing) announce(t('cleared'));
    previous.current = clearing;
  }, [clearing]);
  return typeof clearing === 'number' ? <Countdown until={clearing} onClear={onClear} /> : null;
}

function Countdown({ until, onClear }: { until: number; onClear: Props['onClear'] }) {
  const clear = () => onClear().catch(() => announce(t('clearFailed'), true));
  return (
    <p class="clearing hint">
      {t('clearsIn', countdown(useTimeLeft(until)))}
      <button type="button" class="link" onClick={clear}>
        {t('clearNow')}
      </button>
    </p>
  );
}
