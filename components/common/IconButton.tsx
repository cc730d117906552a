import type { IconNode } from 'lucide';
import { Icon } from './Icon';

interface Props {
  icon: IconNode;
  /** the button's name and tooltip */
  label: string;
  onClick(): void;
  danger?: boolean;
  busy?: boolean;
  pressed?: boolean;
}

/** A button that shows only an icon. */
export function IconButton({ icon, label, onClick, danger, busy, pressed }: Props) {
  return (
    <button
      type="button"
      class={`icon-button${danger ? ' danger' : ''}${busy ? ' busy' : ''}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-busy={busy}
      title={label}
      onClick={onClick}
    >
      <Icon of={icon} />
    </button>
  );
}
