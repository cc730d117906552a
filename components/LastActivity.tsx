import { language, t } from '../utils/i18n';
import { exactTime, relativeTime } from '../utils/time';

/** When a key was last used: how long ago, and exactly when its row is pointed at or has the focus. */
export function LastActivity({ time }: { time: number | null }) {
  if (time === null) return <span class="never">{t('neverUsed')}</span>;
  const exact = exactTime(time, language());
  return (
    <time class="activity" dateTime={new Date(time).toISOString()} title={exact}>
      <span class="relative">{relativeTime(time, Date.now(), language())}</span>
      <span class="exact">{exact}</span>
    </time>
  );
}
