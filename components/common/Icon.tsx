import type { IconNode } from 'lucide';
import { h } from 'preact';

/** One of Lucide's icons, hidden from screen readers: the text beside it or the button's name says what it means. */
export function Icon({ of }: { of: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
