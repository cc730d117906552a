import { t } from '../../utils/browser/i18n';
import type { Drafts } from '../../utils/keys/drafts';
import type { KeysModel } from '../../utils/keys/model';
import type { Problem } from '../../utils/portal/errors';
import type { Portal } from '../../utils/stored/portals';
import { announce } from '../common/announce';
import { problemText } from '../common/problem-text';
import type { KeyEvents } from '../keys/events';

interface Dependencies {
  portal: Portal;
  model: KeysModel;
  drafts: Drafts;
  /** who was signed in when the keys were shown, where the portal says so */
  shownTo: string | null;
}

/** Renames and revokes keys at the portal, and announces each change. */
export function keyEvents({
  portal,
  model,
  drafts,
  shownTo,
}: Dependencies): Pick<KeyEvents, 'onRename' | 'onRevoke'> {
  const sentence = (problem: Problem | null) => problem && problemText(problem, portal.label);
  return {
    async onRename(key, name) {
      const problem = await model.rename(key, shownTo, name);
      if (!problem) announce(t('renamed', name));
      return sentence(problem);
    },
    async onRevoke(key) {
      const problem = await model.revoke(key, shownTo);
      if (!problem) announce(t('revoked', key.name));
      // The question is asked again once the person has signed in again.
      if (problem?.kind === 'signed-out') drafts.keep(`revoke ${key.id}`, key.name);
      return sentence(problem);
    },
  };
}
