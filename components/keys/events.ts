import type { Drafts } from '../../utils/keys/drafts';
import type { Handoff } from '../../utils/keys/handoff';
import type { ApiKey } from '../../utils/portal/schema';

/** What a person can do with a key in the list. */
export interface KeyEvents {
  /** A name was copied, so no key is on the clipboard any more. */
  onNameCopied(): void;
  /** Resolves with a sentence when renaming failed, otherwise with `null`. */
  onRename(key: ApiKey, name: string): Promise<string | null>;
  /** Resolves with a sentence when revoking failed, otherwise with `null`. */
  onRevoke(key: ApiKey): Promise<string | null>;
}

/** What every row of a list of keys needs besides its key. */
export interface RowProps extends KeyEvents {
  drafts: Drafts;
}

/** What a person can do with a key that was just generated, or could not be. */
export interface HandoffEvents {
  onCopied(handoff: Handoff): void;
  /** The person is done with it: forget it. */
  onFinish(handoff: Handoff): void;
  /** Ask the portal again whether the key was created. */
  onRecheck(handoff: Handoff): void;
  /** Open the form with the same name. */
  onAgain(handoff: Handoff): void;
  /** Revoke a key that was created but whose value was lost. */
  onRevoke(handoff: Handoff, key: ApiKey): void;
}
