import type { Signal } from '@preact/signals';
import { Announcements } from '../../components/common/announce';
import { problemText } from '../../components/common/problem-text';
import { AuditTable } from '../../components/keys/AuditTable';
import { ClearingLine } from '../../components/keys/ClearingLine';
import { connectPortal, PortalView } from '../../components/portal/PortalView';
import { AddPortal } from '../../components/settings/AddPortal';
import { PortalSettings } from '../../components/settings/PortalSettings';
import { PreferencesForm } from '../../components/settings/PreferencesForm';
import { plural, t } from '../../utils/browser/i18n';
import { requestClipboardWrite } from '../../utils/browser/permissions';
import type { Portal } from '../../utils/stored/portals';
import { type Preferences, preferences as store } from '../../utils/stored/preferences';
import type { OptionsActions } from '../../utils/window/options-actions';
import type { WindowState } from '../../utils/window/state';

const SECTIONS = ['keys', 'portals', 'preferences'] as const;

interface Props {
  state: WindowState;
  actions: OptionsActions;
  preferences: Signal<Preferences>;
  /** the part of the address after the `#` */
  hash: Signal<string>;
}

/** The options page: a section to audit keys, one for portals, and one for preferences. */
export function Options({ state, actions, preferences, hash }: Props) {
  const current = SECTIONS.find((section) => section === hash.value) ?? 'keys';
  return (
    <>
      <nav class="sections" aria-label={t('extensionName')}>
        <img src="/icon.svg" alt="" />
        <strong>{t('extensionName')}</strong>
        {SECTIONS.map((section) => (
          <a
            key={section}
            href={`#${section}`}
            aria-current={section === current ? 'page' : undefined}
          >
            {t(section)}
          </a>
        ))}
      </nav>
      <main>
        <ClearingLine clearing={state.clearing.value} onClear={actions.clearClipboard} />
        {current === 'keys' && <Keys state={state} actions={actions} preferences={preferences} />}
        {current === 'portals' && <Portals state={state} actions={actions} />}
        {current === 'preferences' && (
          <PreferencesForm
            preferences={preferences.value}
            onChange={store.setValue}
            onAskClipboard={requestClipboardWrite}
          />
        )}
      </main>
      <Announcements />
    </>
  );
}

function Keys({ state, actions, preferences }: Omit<Props, 'hash'>) {
  const portal = state.portal.value;
  if (!portal) return <p class="empty">{t('connectElsewhere')}</p>;
  return (
    <PortalView
      state={state}
      actions={actions}
      renderList={(props) => (
        <AuditTable
          {...props}
          unusedDays={preferences.value.unusedDays}
          onExport={(csv) => actions.saveFile(`${portal.label} ${t('exportName')}.csv`, csv)}
        />
      )}
    />
  );
}

function Portals({ state, actions }: Pick<Props, 'state' | 'actions'>) {
  async function test(portal: Portal, saved: Promise<void>): Promise<string> {
    const result = await actions.test(portal, saved);
    return typeof result === 'number'
      ? t('testFound', plural('keyCount', result))
      : problemText(result, portal.label);
  }

  return (
    <>
      <AddPortal onConnect={(origin) => connectPortal(actions, origin)} />
      {state.portals.value.map((portal) => (
        <PortalSettings
          key={portal.origin}
          portal={portal}
          discovery={state.discoveryOf(portal)}
          onChange={actions.savePortal}
          onRemove={() => actions.removePortal(portal)}
          onTest={test}
        />
      ))}
      {state.portals.value.length > 0 && <p class="hint">{t('removeHint')}</p>}
    </>
  );
}
