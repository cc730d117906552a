import { plural, t } from '../../utils/browser/i18n';
import type { ApiKey } from '../../utils/portal/schema';
import type { RowProps } from './events';
import { moveInRows } from './focus';
import { KeyActions } from './KeyActions';
import { LastActivity } from './LastActivity';
import { RenameForm } from './RenameForm';
import { useGrowing } from './useGrowing';
import { useRenaming } from './useRenaming';

interface Props extends RowProps {
  keys: ApiKey[];
  /** the list goes back to its beginning when this changes */
  query: string;
  /** how many keys there are, matching the search or not */
  total: number;
}

/** The keys of a portal, as a list for a narrow window. */
export function KeyList({ keys, query, total, ...rowProps }: Props) {
  const { shown, end } = useGrowing(keys.length, query);
  return (
    <>
      <ul class="keys" aria-label={t('apiKeys')} onKeyDown={moveInRows}>
        {keys.slice(0, shown).map((key) => (
          <KeyRow key={key.id} apiKey={key} {...rowProps} />
        ))}
      </ul>
      <div ref={end} />
      <p class="count" role="status">
        {keys.length < total ? t('matchCount', keys.length, total) : plural('keyCount', total)}
      </p>
    </>
  );
}

function KeyRow({ apiKey, ...rowProps }: RowProps & { apiKey: ApiKey }) {
  const { form, open, row } = useRenaming<HTMLLIElement>(apiKey, rowProps);
  return (
    <li class="key" ref={row}>
      {form ? (
        <RenameForm {...form} />
      ) : (
        <>
          <span class="key-name" title={apiKey.name}>
            {apiKey.name}
          </span>
          <KeyActions {...rowProps} apiKey={apiKey} onRename={open} />
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
