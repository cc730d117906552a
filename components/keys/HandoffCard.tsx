import { t } from '../../utils/browser/i18n';
import type { Handoff } from '../../utils/keys/handoff';
import type { ApiKey } from '../../utils/portal/schema';
import type { Portal } from '../../utils/stored/portals';
import { problemText } from '../common/problem-text';
import { NewKey } from './NewKey';

export interface HandoffEvents {
  onCopied(handoff: Handoff): void;
  /** forgets it: the person is done */
  onFinish(handoff: Handoff): void;
  /** asks the portal once more what became of it */
  onSettle(handoff: Handoff): void;
  onAgain(handoff: Handoff): void;
  onRevoke(handoff: Handoff, key: ApiKey): void;
}

interface Props extends HandoffEvents {
  handoff: Handoff;
  portal: Portal;
}

/** Where a new key is on its way to the person. */
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
          <Button label={t('checkAgain')} onClick={() => events.onSettle(handoff)} primary />
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
