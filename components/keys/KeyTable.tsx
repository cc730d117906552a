import type { Signal } from '@preact/signals';
import { ArrowDown, ArrowUp } from 'lucide';
import { language, t } from '../../utils/browser/i18n';
import { type Column, type Order, sortKeys } from '../../utils/keys/audit';
import type { ApiKey } from '../../utils/portal/schema';
import { Icon } from '../common/Icon';
import type { RowProps } from './events';
import { moveInRows } from './focus';
import { KeyActions } from './KeyActions';
import { LastActivity } from './LastActivity';
import { RenameForm } from './RenameForm';
import { useGrowing } from './useGrowing';
import { useRenaming } from './useRenaming';

interface Props extends RowProps {
  keys: ApiKey[];
  /** the table goes back to its beginning when this changes */
  query: string;
  order: Signal<Order>;
}

const COLUMNS: Column[] = ['name', 'lastIp', 'lastActivity'];

/** The keys of a portal, as a table for a wide window that can be sorted by each column. */
export function KeyTable({ keys, query, order, ...rowProps }: Props) {
  const { shown, end } = useGrowing(keys.length, query);
  const sorted = sortKeys(keys, order.value, language());
  return (
    <>
      <table class="keys" aria-label={t('apiKeys')} onKeyDown={moveInRows}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Heading key={column} column={column} order={order} />
            ))}
            <th scope="col">
              <span class="unseen">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shown).map((key) => (
            <Row key={key.id} apiKey={key} {...rowProps} />
          ))}
        </tbody>
      </table>
      <div ref={end} />
    </>
  );
}

function Heading({ column, order }: { column: Column; order: Signal<Order> }) {
  const { column: sortedBy, descending } = order.value;
  const active = sortedBy === column;
  return (
    <th scope="col" aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        class="sort"
        onClick={() => {
          order.value = { column, descending: active && !descending };
        }}
      >
        {t(column)}
        {active && <Icon of={descending ? ArrowDown : ArrowUp} />}
      </button>
    </th>
  );
}

function Row({ apiKey, ...rowProps }: RowProps & { apiKey: ApiKey }) {
  const { form, open, row } = useRenaming<HTMLTableRowElement>(apiKey, rowProps);
  return (
    <tr class="key" ref={row}>
      <td class="key-name">
        {form ? <RenameForm {...form} /> : <span title={apiKey.name}>{apiKey.name}</span>}
      </td>
      <td class="ip">{apiKey.lastIp}</td>
      <td>
        <LastActivity time={apiKey.lastActivity} />
      </td>
      <td>
        <KeyActions {...rowProps} apiKey={apiKey} onRename={open} />
      </td>
    </tr>
  );
}
