import type { IconNode } from 'lucide';
import { h } from 'preact';

/** Draws one of Lucide's icons; what it means is said by the text or the name beside it. */
export function Icon({ of }: { of: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
