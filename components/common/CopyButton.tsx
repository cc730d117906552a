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
  /** the text was copied */
  onCopied(): void;
}

/** How long the check mark stays; milliseconds. */
const CONFIRMATION_TIME = 1600;

/** A button that copies a text and announces whether that worked. */
export function CopyButton({ text, label, icon = Copy, wide, primary, onCopied }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), CONFIRMATION_TIME);
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
