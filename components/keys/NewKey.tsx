import { Eye, EyeOff } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import type { Handoff } from '../../utils/keys/handoff';
import { CopyButton } from '../common/CopyButton';
import { Icon } from '../common/Icon';
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
  const [shown, setShown] = useState(false);
  const region = useRef<HTMLElement>(null);
  useEffect(() => focusUnlessTaken(region.current?.querySelector('.primary') ?? null), []);
  const left = useTimeLeft(handoff.expiresAt);
  const [triedToClose, setTriedToClose] = useState(false);
  const warnsOfLoss = triedToClose && !handoff.copied;
  const close = () => (handoff.copied || triedToClose ? onDone() : setTriedToClose(true));
  return (
    <section ref={region} class="new-key card" aria-label={t('newApiKey')}>
      <header>
        <h2 class="key-name" title={handoff.name}>
          {handoff.name}
        </h2>
        <span class="time-left">{t('availableFor', countdown(left))}</span>
      </header>
      <div class="value">
        {shown ? (
          <code onCopy={onCopied}>{handoff.value}</code>
        ) : (
          <span class="mask" role="img" aria-label={t('hiddenValue')}>
            {'•'.repeat(handoff.value.length)}
          </span>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={t(shown ? 'hideKey' : 'showKey')}
          title={t(shown ? 'hideKey' : 'showKey')}
          onClick={() => setShown(!shown)}
        >
          <Icon of={shown ? EyeOff : Eye} />
        </button>
      </div>
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
        <CopyButton text={handoff.value} label={t('copyKey')} wide primary onCopied={onCopied} />
      </div>
    </section>
  );
}
