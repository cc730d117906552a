import { t } from '../../utils/browser/i18n';
import { sameSession } from '../../utils/portal/session';
import type { WindowActions } from '../../utils/window/actions';
import type { WindowState } from '../../utils/window/state';
import { announce } from '../common/announce';
import type { Way } from '../common/problem-text';
import { PortalHeader } from './PortalHeader';
import { PortalKeys, type RenderList } from './PortalKeys';

interface Props {
  state: WindowState;
  actions: WindowActions;
  renderList: RenderList;
  /** whether this window is the small one, from which the large one can be opened */
  small?: boolean;
}

/** The portal that is shown, with its keys; nothing when none is connected. */
export function PortalView({ state, actions, renderList, small }: Props) {
  const portal = state.portal.value;
  const shown = state.shown.value;
  if (!portal || !shown) return null;

  const { session, model, drafts } = shown;
  const ways: Record<Way, () => void> = {
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
        onRefresh={ways.refresh}
        {...(small
          ? { onOpenTab: () => void actions.openOptions('keys'), onSettings: ways.settings }
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
        onSettle={actions.recheck}
        onWay={(way) => ways[way]()}
      />
    </>
  );
}

/**
 * Connects a portal and says how that went; must be called straight from a click.
 * @param apiOrigin its API's host where that is another one
 * @returns the sentence when it was refused, or `null`
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
