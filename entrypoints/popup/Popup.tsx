import type { Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { Announcements } from '../../components/common/announce';
import { ClearingLine } from '../../components/keys/ClearingLine';
import { KeyList } from '../../components/keys/KeyList';
import { ConnectCard } from '../../components/portal/ConnectCard';
import { connectPortal, PortalView } from '../../components/portal/PortalView';
import type { ActiveTab } from '../../utils/browser/tabs';
import type { WindowActions } from '../../utils/window/actions';
import type { WindowState } from '../../utils/window/state';

interface Props {
  state: WindowState;
  actions: WindowActions;
  tab: ActiveTab | null;
  recognised: Signal<boolean>;
  /** what is to be said of the portal's page in front */
  pageNote: Signal<VNode | null>;
}

/** The window behind the toolbar button. */
export function Popup({ state, actions, tab, recognised, pageNote }: Props) {
  const elsewhere = !state.portals.value.some(({ origin }) => origin === tab?.origin);
  return (
    <main>
      <ClearingLine clearing={state.clearing.value} onClear={actions.clearClipboard} />
      <PortalView
        state={state}
        actions={actions}
        renderList={(props) => <KeyList {...props} />}
        small
      />
      {pageNote.value}
      {elsewhere && (
        <ConnectCard
          origin={tab?.origin ?? null}
          recognised={recognised.value}
          first={state.portals.value.length === 0}
          onConnect={(origin) => void connectPortal(actions, origin)}
          onAddress={() => void actions.openOptions('portals')}
        />
      )}
      <Announcements />
    </main>
  );
}
