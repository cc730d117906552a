import { Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import type { ApiKey } from '../../utils/portal/schema';
import { CopyButton } from '../common/CopyButton';
import { IconButton } from '../common/IconButton';
import { lazily } from '../common/lazily';
import type { RowProps } from './events';

const RevokeDialog = lazily(() => import('./RevokeDialog').then((module) => module.RevokeDialog));

interface Props extends Omit<RowProps, 'onRename'> {
  apiKey: ApiKey;
  /** opens the form in the key's row */
  onRename(): void;
}

/** The buttons of one key. Each is named after the key, so that screen reader users can tell the rows apart. */
export function KeyActions({ apiKey, drafts, onNameCopied, onRename, onRevoke }: Props) {
  const draft = `revoke ${apiKey.id}`;
  const [revoking, setRevoking] = useState(drafts.get(draft) === apiKey.name);
  return (
    <div class="actions">
      <CopyButton text={apiKey.name} label={t('copyLabel', apiKey.name)} onCopied={onNameCopied} />
      <IconButton icon={Pencil} label={t('rename', apiKey.name)} onClick={onRename} />
      <IconButton
        icon={Trash2}
        label={t('revokeKey', apiKey.name)}
        onClick={() => setRevoking(true)}
        danger
      />
      {revoking && (
        <RevokeDialog
          apiKey={apiKey}
          onRevoke={() => onRevoke(apiKey)}
          onClose={() => {
            setRevoking(false);
            drafts.keep(draft, '');
          }}
        />
      )}
    </div>
  );
}
