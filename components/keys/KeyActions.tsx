import { Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n';
import type { Drafts } from '../../utils/keys/drafts';
import type { ApiKey } from '../../utils/portal/schema';
import { CopyButton } from '../common/CopyButton';
import { IconButton } from '../common/IconButton';
import { RevokeDialog } from './RevokeDialog';

/** What can be done with the keys of a list. Each gives a sentence when it failed, `null` when it was done. */
export interface KeyEvents {
  drafts: Drafts;
  /** a name was copied, and so no key is on the clipboard any more */
  onNameCopied(): void;
  onRename(key: ApiKey, name: string): Promise<string | null>;
  onRevoke(key: ApiKey): Promise<string | null>;
}

interface Props extends Pick<KeyEvents, 'drafts' | 'onNameCopied' | 'onRevoke'> {
  apiKey: ApiKey;
  onRename(): void;
}

/** The buttons of one key; each name holds the key's, so that a screen reader tells the rows apart. */
export function KeyActions({ apiKey, drafts, onNameCopied, onRename, onRevoke }: Props) {
  const pending = `revoke ${apiKey.id}`;
  const [revoking, setRevoking] = useState(drafts.get(pending) === apiKey.name);
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
            drafts.keep(pending, '');
          }}
        />
      )}
    </div>
  );
}
