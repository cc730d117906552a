import { plural, t } from '../../utils/browser/i18n';
import type { ApiKey } from '../../utils/portal/schema';
import { moveInRows } from './focus';
import { KeyActions, type KeyEvents } from './KeyActions';
import { LastActivity } from './LastActivity';
import { RenameForm } from './RenameForm';
import { useGrowing } from './useGrowing';
import { useRenaming } from './useRenaming';

interface Props extends KeyEvents {
  keys: ApiKey[];
  /** the list begins anew when this changes */
  query: string;
  /** how many there are in all */
  total: number;
}

/** The keys of a portal in a narrow window. */
export function KeyList({ keys, query, total, ...events }: Props) {
  const { shown, end } = useGrowing(keys.length, query);
  return (
    <>
      <ul class="keys" aria-label={t('apiKeys')} onKeyDown={moveInRows}>
        {keys.slice(0, shown).map((key) => (
          <KeyRow key={key.id} apiKey={key} {...events} />
        ))}
      </ul>
      <div ref={end} />
      <p class="count" role="status">
        {keys.length < total ? t('matchCount', keys.length, total) : plural('keyCount', total)}
      </p>
    </>
  );
}

function KeyRow({ apiKey, ...events }: KeyEvents & { apiKey: ApiKey }) {
  const { form, begin, row } = useRenaming<HTMLLIElement>(apiKey, events);
  return (
    <li class="key" ref={row}>
      {form ? (
        <RenameForm {...form} />
      ) : (
        <>
          <span class="key-name" title={apiKey.name}>
            {apiKey.name}
          </span>
          <KeyActions {...events} apiKey={apiKey} onRename={begin} />
        </>
      )}
      <p class="key-use">
        {apiKey.lastIp && (
          <span class="ip" title={apiKey.lastIp}>
            {apiKey.lastIp}
          </span>
        )}
        <LastActivity time={apiKey.lastActivity} />
      </p>
    </li>
  );
}
