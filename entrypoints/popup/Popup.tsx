import type { Signal } from '@preact/signals';
import { Announcements } from '../../components/announce';
import { ConnectCard } from '../../components/ConnectCard';
import { KeyList } from '../../components/KeyList';
import { PageNote } from '../../components/PageNote';
import { connectPortal, PortalView } from '../../components/PortalView';
import type { ActiveTab } from '../../utils/active-tab';
import { checkPage, type Inspection } from '../../utils/keys/page-check';
import type { WindowActions } from '../../utils/window-actions';
import type { WindowState } from '../../utils/window-state';

interface Props {
  state: WindowState;
  actions: WindowActions;
  tab: ActiveTab | null;
  recognised: Signal<boolean>;
  /** what the portal's page in front told about itself */
  inspection: Signal<Inspection | null>;
}

/** The window behind the toolbar button. */
export function Popup({ state, actions, tab, recognised, inspection }: Props) {
  const page = inspection.value;
  const keys = state.model.value?.keys.value;
  const problem = page && keys && checkPage(page, keys);
  const elsewhere = !state.portals.value.some(({ origin }) => origin === tab?.origin);
  return (
    <main>
      <PortalView
        state={state}
        actions={actions}
        renderList={(props) => <KeyList {...props} />}
        small
      />
      {problem && (
        <PageNote
          problem={problem}
          report={actions.report(problem, page, state.discovery.value.routes)}
        />
      )}
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
