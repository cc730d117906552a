import { t } from '../../utils/browser/i18n';
import type { Handoff } from '../../utils/keys/handoff';
import type { Portal } from '../../utils/stored/portals';
import { problemText } from '../common/problem-text';
import type { HandoffEvents } from './events';
import { NewKey } from './NewKey';

interface Props extends HandoffEvents {
  handoff: Handoff;
  portal: Portal;
}

/** How far a new key has come: being generated, ready to copy, refused by the portal, or lost. */
export function HandoffCard({ handoff, portal, ...events }: Props) {
  switch (handoff.phase) {
    case 'ready':
      return (
        <NewKey
          handoff={handoff}
          onCopied={() => events.onCopied(handoff)}
          onDone={() => events.onFinish(handoff)}
        />
      );
    case 'sending':
      return (
        <section class="card" role="status">
          <p class="working">{t('generating', handoff.name)}</p>
          <p class="hint">{t('generatingHint')}</p>
        </section>
      );
    case 'failed':
      return (
        <section class="card warning" role="alert">
          <p class="strong">{t('generateFailed', handoff.name)}</p>
          <p>{problemText(handoff.problem, portal.label)}</p>
          <div class="buttons end">
            <Button label={t('close')} onClick={() => events.onFinish(handoff)} />
            <Button label={t('generateAgain')} onClick={() => events.onAgain(handoff)} primary />
          </div>
        </section>
      );
    case 'lost':
      return <LostKey handoff={handoff} {...events} />;
  }
}

/** A key whose response never arrived, with what the list of keys says about it since. */
function LostKey({
  handoff,
  ...events
}: HandoffEvents & { handoff: Extract<Handoff, { phase: 'lost' }> }) {
  const { name, created } = handoff;
  const [key] = created ?? [];
  return (
    <section class="card warning" role="alert">
      <p class="strong">{t('generateUnconfirmed', name)}</p>
      <p>{key ? t('lostCreated', name) : created ? t('lostNothing') : t('lostUnknown', name)}</p>
      <div class="buttons end">
        <Button label={t('close')} onClick={() => events.onFinish(handoff)} />
        {created ? (
          <Button
            label={t('generateAgain')}
            onClick={() => events.onAgain(handoff)}
            primary={!key}
          />
        ) : (
          <Button label={t('checkAgain')} onClick={() => events.onRecheck(handoff)} primary />
        )}
        {key && (
          <button type="button" class="button danger" onClick={() => events.onRevoke(handoff, key)}>
            {t('revokeIt')}
          </button>
        )}
      </div>
    </section>
  );
}

interface ButtonProps {
  label: string;
  onClick(): void;
  primary?: boolean;
}

function Button({ label, onClick, primary }: ButtonProps) {
  return (
    <button type="button" class={`button${primary ? ' primary' : ''}`} onClick={onClick}>
      {label}
    </button>
  );
}
