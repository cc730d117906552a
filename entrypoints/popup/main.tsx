import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/theme.css';
import './popup.css';
import { activeTab, looksLikePortal } from '../../utils/active-tab';
import { language, t } from '../../utils/i18n';
import { inspectTab } from '../../utils/inspect-tab';
import type { Inspection } from '../../utils/keys/page-check';
import { windowActions } from '../../utils/window-actions';
import { openWindowState } from '../../utils/window-state';
import { Popup } from './Popup';

document.documentElement.lang = language();
document.title = t('extensionName');
const tab = await activeTab();
const state = await openWindowState(tab);
const recognised = signal(false);
const inspection = signal<Inspection | null>(null);
render(
  <Popup
    state={state}
    actions={windowActions}
    tab={tab}
    recognised={recognised}
    inspection={inspection}
  />,
  document.body,
);
if (tab && tab.origin === state.portal.value?.origin) inspection.value = await inspectTab(tab.id);
else if (tab) recognised.value = await looksLikePortal(tab);
