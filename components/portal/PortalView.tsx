import { t } from '../../utils/browser/i18n';
import { sameSession } from '../../utils/portal/session';
import type { WindowActions } from '../../utils/window/actions';
import type { WindowState } from '../../utils/window/state';
import { announce } from '../common/announce';
import type { ProblemAction } from '../common/problem-text';
import type { RenderList } from './FoundKeys';
import { PortalHeader } from './PortalHeader';
import { PortalKeys } from './PortalKeys';

interface Props {
  state: WindowState;
  actions: WindowActions;
  renderList: RenderList;
  /** whether this is the popup, which offers to open the options page */
  small?: boolean;
}

/** The selected portal with its keys; nothing while no portal is connected. */
export function PortalView({ state, actions, renderList, small }: Props) {
  const portal = state.portal.value;
  const shown = state.shown.value;
  if (!portal || !shown) return null;

  const { session, model, drafts } = shown;
  const problemActions: Record<ProblemAction, () => void> = {
    'sign-in': () => void actions.openTab(portal.origin),
    open: () => void actions.openTab(portal.origin),
    connect: () => void connectPortal(actions, portal.origin, portal.apiOrigin),
    allow: () => void connectPortal(actions, portal.origin, model.problem.value?.apiOrigin),
    settings: () => void actions.openOptions('portals'),
    refresh: () => void model.refresh(),
  };
  return (
    <>
      <PortalHeader
        portals={state.portals.value}
        portal={portal}
        session={model.session.value}
        userName={model.list.value?.userName ?? null}
        endpoint={state.endpoint.value}
        loading={model.loading.value}
        onEndpointCopied={actions.copiedOther}
        onSelect={state.select}
        onRefresh={problemActions.refresh}
        {...(small
          ? {
              onOpenTab: () => void actions.openOptions('keys'),
              onSettings: problemActions.settings,
            }
          : {})}
      />
      <PortalKeys
        key={portal.origin}
        portal={portal}
        model={model}
        handoffs={state.handoffs.value.filter((each) => sameSession(each, session))}
        drafts={drafts}
        renderList={renderList}
        onGenerate={(name) => actions.generate(session, name)}
        onNameCopied={actions.copiedOther}
        onCopied={actions.copied}
        onFinish={actions.finish}
        onRecheck={actions.recheck}
        onAction={(action) => problemActions[action]()}
      />
    </>
  );
}

/**
 * Connects a portal and announces the result. Browsers only ask for a permission in response to a click, so
 * call this straight from the click's handler.
 * @param apiOrigin the origin of the portal's API, if it is not the portal's own
 * @returns a sentence when access was denied, otherwise `null`
 */
export async function connectPortal(
  actions: WindowActions,
  origin: string,
  apiOrigin?: string,
): Promise<string | null> {
  const { host } = new URL(origin);
  const granted = await actions.connect(origin, apiOrigin);
  announce(t(granted ? 'connected' : 'connectRefused', host), !granted);
  return granted ? null : t('connectRefused', host);
}
