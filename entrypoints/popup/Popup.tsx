import type { Signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { Announcements } from '../../components/common/announce';
import { lazily } from '../../components/common/lazily';
import { ClearingLine } from '../../components/keys/ClearingLine';
import { KeyList } from '../../components/keys/KeyList';
import { connectPortal, PortalView } from '../../components/portal/PortalView';
import type { ActiveTab } from '../../utils/browser/tabs';
import type { Inspection } from '../../utils/keys/page-check';
import type { WindowActions } from '../../utils/window/actions';
import type { WindowState } from '../../utils/window/state';

const ConnectCard = lazily(() =>
  import('../../components/portal/ConnectCard').then((module) => module.ConnectCard),
);
const PageCheck = lazily(() =>
  import('../../components/portal/PageCheck').then((module) => module.PageCheck),
);

interface Props {
  state: WindowState;
  actions: WindowActions;
  /** the active tab; `null` when it is not a web page */
  tab: ActiveTab | null;
  /** whether the page in the active tab looks like a portal's */
  recognised: Signal<boolean>;
  /** what was recognised on the portal's page in the active tab, once it has been inspected */
  inspection: Signal<Inspection | null>;
}

/** The popup of the toolbar button. */
export function Popup({ state, actions, tab, recognised, inspection }: Props) {
  const portals = state.portals.value;
  return (
    <main>
      <ClearingLine clearing={state.clearing.value} onClear={actions.clearClipboard} />
      <PortalView
        state={state}
        actions={actions}
        renderList={(props) => <KeyList {...props} />}
        small
      />
      {inspection.value && tab?.origin === state.portal.value?.origin && (
        <PageCheck
          inspection={inspection.value}
          keys={state.shown.value?.model.keys.value ?? null}
          routes={state.discovery.value.routes}
          version={browser.runtime.getManifest().version}
          userAgent={navigator.userAgent}
          onReportCopied={actions.copiedOther}
        />
      )}
      {!portals.some(({ origin }) => origin === tab?.origin) && (
        <ConnectCard
          origin={tab?.origin ?? null}
          recognised={recognised.value}
          first={portals.length === 0}
          onConnect={(origin) => void connectPortal(actions, origin)}
          onAddress={() => void actions.openOptions('portals')}
        />
      )}
      <Announcements />
    </main>
  );
}
