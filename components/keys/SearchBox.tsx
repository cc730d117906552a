import type { Signal } from '@preact/signals';
import { Search } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import { Icon } from '../common/Icon';
import { enterRows, focusUnlessTaken } from './focus';

/** Filters the list while the person types. It is focused when the window opens; Escape clears it. */
export function SearchBox({ query }: { query: Signal<string> }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => focusUnlessTaken(input.current), []);

  function onKeyDown(event: KeyboardEvent) {
    enterRows(event);
    if (event.key !== 'Escape' || query.value === '') return;
    event.preventDefault();
    query.value = '';
  }

  return (
    <div class="search">
      <Icon of={Search} />
      <input
        ref={input}
        type="search"
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
        }}
        onKeyDown={onKeyDown}
        placeholder={t('searchHint')}
        aria-label={t('searchKeys')}
        autocomplete="off"
      />
    </div>
  );
}
