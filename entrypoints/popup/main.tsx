import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/styles/theme.css';
import './popup.css';
import { language, t } from '../../utils/browser/i18n';
import { activeTab } from '../../utils/browser/tabs';
import type { Inspection } from '../../utils/keys/page-check';
import { windowActions } from '../../utils/window/actions';
import { inspectTab, looksLikePortal } from '../../utils/window/inspect-tab';
import { openWindowState } from '../../utils/window/state';
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
// The popup is already usable, so the page is inspected last.
if (tab && tab.origin === state.portal.value?.origin) inspection.value = await inspectTab(tab.id);
else if (tab) recognised.value = await looksLikePortal(tab);
