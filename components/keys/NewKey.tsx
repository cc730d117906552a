import { Eye, EyeOff } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import type { Handoff } from '../../utils/keys/handoff';
import { CopyButton } from '../common/CopyButton';
import { IconButton } from '../common/IconButton';
import { countdown } from '../common/time';
import { useTimeLeft } from '../common/useTimeLeft';
import { focusUnlessTaken } from './focus';

interface Props {
  handoff: Extract<Handoff, { phase: 'ready' }>;
  onCopied(): void;
  onDone(): void;
}

/** A new key's value, until the person is done with it. */
export function NewKey({ handoff, onCopied, onDone }: Props) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => focusUnlessTaken(region.current?.querySelector('.primary') ?? null), []);
  const left = useTimeLeft(handoff.expiresAt);
  const [triedToClose, setTriedToClose] = useState(false);
  // The background hears of a copy a moment after the person made it.
  const [copiedHere, setCopiedHere] = useState(false);
  const isCopied = handoff.copied || copiedHere;
  const warnsOfLoss = triedToClose && !isCopied;
  const close = () => (isCopied || triedToClose ? onDone() : setTriedToClose(true));
  const copied = () => {
    setCopiedHere(true);
    onCopied();
  };
  return (
    <section ref={region} class="new-key card" aria-label={t('newApiKey')}>
      <header>
        <h2 class="key-name" title={handoff.name}>
          {handoff.name}
        </h2>
        <span class="time-left">{t('availableFor', countdown(left))}</span>
      </header>
      <Value text={handoff.value} onCopied={copied} />
      {warnsOfLoss ? (
        <p class="field-problem" role="alert">
          {t('notCopied')}
        </p>
      ) : (
        <p class="hint">{t('shownOnce')}</p>
      )}
      <div class="buttons end">
        <button type="button" class="button" onClick={close}>
          {t(warnsOfLoss ? 'discardKey' : 'done')}
        </button>
        <CopyButton text={handoff.value} label={t('copyKey')} wide primary onCopied={copied} />
      </div>
    </section>
  );
}

/** The value, hidden until it is asked for; selecting and copying it by hand counts as copying, too. */
function Value({ text, onCopied }: { text: string; onCopied(): void }) {
  const [shown, setShown] = useState(false);
  const label = t(shown ? 'hideKey' : 'showKey');
  return (
    <div class="value">
      {shown ? (
        <code onCopy={onCopied}>{text}</code>
      ) : (
        <span class="mask" role="img" aria-label={t('hiddenValue')}>
          {'•'.repeat(text.length)}
        </span>
      )}
      <IconButton icon={shown ? EyeOff : Eye} label={label} onClick={() => setShown(!shown)} />
    </div>
  );
}
