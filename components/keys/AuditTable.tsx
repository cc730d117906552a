import { type Signal, useSignal } from '@preact/signals';
import { Download } from 'lucide';
import { language, plural, t } from '../../utils/browser/i18n';
import { isUnused, type Order, sortKeys, toCsv } from '../../utils/keys/audit';
import type { ApiKey } from '../../utils/portal/schema';
import { Icon } from '../common/Icon';
import type { RowProps } from './events';
import { KeyTable } from './KeyTable';

interface Props extends RowProps {
  keys: ApiKey[];
  query: string;
  unusedDays: number[];
  onExport(csv: string): void;
}

/** The table for auditing keys: filters for unused keys, and an export of the keys that are shown. */
export function AuditTable({ keys, query, unusedDays, onExport, ...rowProps }: Props) {
  const filter = useSignal('all');
  const order = useSignal<Order>({ column: 'lastActivity', descending: true });
  const shown = keys.filter((key) => passes(key, filter.value));

  function save() {
    const sorted = sortKeys(shown, order.value, language());
    onExport(toCsv(sorted, [t('name'), t('lastIp'), t('lastActivity')]));
  }

  return (
    <>
      <div class="audit">
        <fieldset class="filters">
          <legend class="unseen">{t('show')}</legend>
          <Filter filter={filter} value="all" label={t('filterAll')} />
          <Filter filter={filter} value="never" label={t('neverUsed')} />
          {unusedDays.map((days) => (
            <Filter
              key={days}
              filter={filter}
              value={String(days)}
              label={t('filterUnused', days)}
              tip={t('filterUnusedTip')}
            />
          ))}
        </fieldset>
        <div class="result">
          <span class="count" role="status">
            {plural('keyCount', shown.length)}
          </span>
          <button type="button" class="button" onClick={save}>
            <Icon of={Download} />
            {t('exportCsv')}
          </button>
        </div>
      </div>
      {shown.length === 0 && <p class="empty">{t('noMatch')}</p>}
      <KeyTable keys={shown} query={`${query} ${filter.value}`} order={order} {...rowProps} />
    </>
  );
}

function passes(key: ApiKey, filter: string): boolean {
  if (filter === 'all') return true;
  if (filter === 'never') return key.lastActivity === null;
  return isUnused(key, Number(filter), Date.now());
}

interface FilterProps {
  filter: Signal<string>;
  value: string;
  label: string;
  tip?: string;
}

function Filter({ filter, value, label, tip }: FilterProps) {
  return (
    <label class="filter" title={tip}>
      <input
        type="radio"
        name="filter"
        value={value}
        checked={filter.value === value}
        onChange={() => {
          filter.value = value;
        }}
      />
      {label}
    </label>
  );
}
