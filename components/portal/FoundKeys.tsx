import type { Signal } from '@preact/signals';
import { KeyRound } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import { searchKeys } from '../../utils/keys/search';
import type { ApiKey } from '../../utils/portal/schema';
import { Icon } from '../common/Icon';
import type { RowProps } from '../keys/events';

/** Lays out the keys that match the search, as suits the window. */
export type RenderList = (
  props: RowProps & {
    /** the keys that match */
    keys: ApiKey[];
    query: string;
    /** how many keys there are, matching or not */
    total: number;
  },
) => VNode;

interface Props extends RowProps {
  keys: ApiKey[];
  query: Signal<string>;
  renderList: RenderList;
}

/** The keys that match the search, or why there are none. */
export function FoundKeys({ keys, query, renderList, ...rowProps }: Props) {
  const found = useMemo(() => searchKeys(keys, query.value), [keys, query.value]);
  if (keys.length === 0) return <NoKeys />;
  if (found.length === 0) {
    return (
      <NoMatch
        onClear={() => {
          query.value = '';
        }}
      />
    );
  }
  return renderList({ keys: found, query: query.value, total: keys.length, ...rowProps });
}

function NoKeys() {
  return (
    <div class="empty">
      <Icon of={KeyRound} />
      <p class="strong">{t('noKeys')}</p>
      <p>{t('noKeysHint')}</p>
    </div>
  );
}

function NoMatch({ onClear }: { onClear(): void }) {
  return (
    <div class="empty" role="status">
      <p>{t('noMatch')}</p>
      <button type="button" class="link" onClick={onClear}>
        {t('clearSearch')}
      </button>
    </div>
  );
}
