import { useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import type { ApiKey } from '../utils/portal/schema';
import { KeyActions, type KeyEvents } from './KeyActions';
import { LastActivity } from './LastActivity';
import { RenameForm } from './RenameForm';
import { moveInRows } from './rows';
import { useGrowing } from './useGrowing';

interface Props extends KeyEvents {
  keys: ApiKey[];
  /** the list begins anew when this changes */
  query: string;
}

/** The keys of a portal in a narrow window. */
export function KeyList({ keys, query, ...events }: Props) {
  const { shown, end } = useGrowing(keys.length, query);
  return (
    <>
      <ul class="keys" aria-label={t('apiKeys')} onKeyDown={moveInRows}>
        {keys.slice(0, shown).map((key) => (
          <KeyRow key={key.id} apiKey={key} {...events} />
        ))}
      </ul>
      <div ref={end} />
    </>
  );
}

function KeyRow({ apiKey, onRename, onRevoke }: KeyEvents & { apiKey: ApiKey }) {
  const [renaming, setRenaming] = useState(false);
  return (
    <li class="key">
      {renaming ? (
        <RenameForm
          name={apiKey.name}
          onRename={(name) => onRename(apiKey, name)}
          onClose={() => setRenaming(false)}
        />
      ) : (
        <>
          <span class="key-name" title={apiKey.name}>
            {apiKey.name}
          </span>
          <KeyActions apiKey={apiKey} onRename={() => setRenaming(true)} onRevoke={onRevoke} />
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
