import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import type { ApiKey } from '../../utils/portal/schema';
import { usePending } from '../common/usePending';
import { focusSearch } from './focus';
import { LastActivity } from './LastActivity';

interface Props {
  apiKey: ApiKey;
  /** resolves with a sentence when revoking failed, otherwise with `null` */
  onRevoke(): Promise<string | null>;
  onClose(): void;
}

/** Asks for confirmation before a key is revoked, and shows what sets this key apart from the others. */
export function RevokeDialog({ onClose, ...initial }: Props) {
  // The list may be read again while the dialog is open. The dialog stays with the key that it was opened for.
  const [{ apiKey, onRevoke }] = useState(initial);
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState('');
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const [pending, revoke] = usePending(async () => {
    setProblem('');
    const failure = await onRevoke();
    if (failure !== null) return setProblem(failure);
    dialog.current?.close();
    focusSearch();
  });

  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{t('revokeTitle')}</h2>
      <p>{t('revokeWarning')}</p>
      <Facts apiKey={apiKey} />
      <p class="field-problem" role="alert">
        {problem}
      </p>
      <div class="buttons end">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {t('cancel')}
        </button>
        <button type="button" class="button danger" aria-disabled={pending} onClick={revoke}>
          {t('revoke')}
        </button>
      </div>
    </dialog>
  );
}

/** What sets a key apart from others of the same name. */
function Facts({ apiKey }: Pick<Props, 'apiKey'>) {
  return (
    <dl class="facts">
      <dt>{t('name')}</dt>
      <dd class="strong">{apiKey.name}</dd>
      <dt>{t('lastIp')}</dt>
      <dd>{apiKey.lastIp ?? t('noIp')}</dd>
      <dt>{t('lastActivity')}</dt>
      <dd>
        <LastActivity time={apiKey.lastActivity} />
      </dd>
    </dl>
  );
}
