import { language, t } from '../../utils/browser/i18n';
import type { ApiKey } from '../../utils/portal/schema';
import { exactTime, relativeTime } from '../common/time';

/** When a key was last used: how long ago, or the exact time where the style sheet shows that instead. */
export function LastActivity({ time }: { time: ApiKey['lastActivity'] }) {
  if (time === null) return <span class="never">{t('neverUsed')}</span>;
  if (time === 'unknown') return <span class="quiet">{t('lastUseUnknown')}</span>;
  const exact = exactTime(time, language());
  return (
    <time class="activity" dateTime={new Date(time).toISOString()} title={exact}>
      <span class="relative">{relativeTime(time, Date.now(), language())}</span>
      <span class="exact">{exact}</span>
    </time>
  );
}
