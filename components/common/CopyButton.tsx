import { Check, Copy, type IconNode } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../../utils/browser/copy-text';
import { t } from '../../utils/browser/i18n';
import { announce } from './announce';
import { Icon } from './Icon';

interface Props {
  text: string;
  /** the button's name, such as "Copy endpoint" */
  label: string;
  icon?: IconNode;
  /** shows the label beside the icon */
  wide?: boolean;
  primary?: boolean;
  onCopied(): void;
}

/** How long the tick stays; milliseconds. */
const CONFIRMED = 1600;

/** Copies a text on a click, and says whether that worked. */
export function CopyButton({ text, label, icon = Copy, wide, primary, onCopied }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), CONFIRMED);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await copyText(text);
      setCopied(true);
      announce(t('copied'));
      onCopied();
    } catch {
      announce(t('copyFailed'), true);
    }
  }

  return (
    <button
      type="button"
      class={`${wide ? 'button' : 'icon-button'}${primary ? ' primary' : ''}${copied ? ' copied' : ''}`}
      aria-label={label}
      title={wide ? undefined : label}
      onClick={copy}
    >
      <Icon of={copied ? Check : icon} />
      {wide && <span>{copied ? t('copied') : label}</span>}
    </button>
  );
}
