import { announce } from '../common/announce';
import type { HandoffEvents, KeyEvents } from '../keys/events';

/** The events of a new key that the window itself handles; the others go to the background. */
export function handoffEvents(
  onFinish: HandoffEvents['onFinish'],
  revoke: KeyEvents['onRevoke'],
  openForm: (name: string) => void,
): Pick<HandoffEvents, 'onAgain' | 'onRevoke'> {
  return {
    onAgain(handoff) {
      onFinish(handoff);
      openForm(handoff.name);
    },
    async onRevoke(handoff, key) {
      const failure = await revoke(key);
      if (failure) announce(failure, true);
      else onFinish(handoff);
    },
  };
}
