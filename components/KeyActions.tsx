import { Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import type { ApiKey } from '../utils/portal/schema';
import { CopyButton } from './CopyButton';
import { IconButton } from './IconButton';
import { RevokeDialog } from './RevokeDialog';

/** What can be done with the keys of a list. Each gives a sentence when it failed, `null` when it was done. */
export interface KeyEvents {
  onRename(key: ApiKey, name: string): Promise<string | null>;
  onRevoke(key: ApiKey): Promise<string | null>;
}

interface Props {
  apiKey: ApiKey;
  onRename(): void;
  onRevoke: KeyEvents['onRevoke'];
}

/** The buttons of one key; each name holds the key's, so that a screen reader tells the rows apart. */
export function KeyActions({ apiKey, onRename, onRevoke }: Props) {
  const [revoking, setRevoking] = useState(false);
  return (
    <div class="actions">
      <CopyButton text={apiKey.name} label={t('copyLabel', apiKey.name)} />
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
          onClose={() => setRevoking(false)}
        />
      )}
    </div>
  );
}
