import { signal } from '@preact/signals';
import { render, type VNode } from 'preact';
import '../../components/styles/theme.css';
import './popup.css';
import { language, t } from '../../utils/browser/i18n';
import { activeTab } from '../../utils/browser/tabs';
import { windowActions } from '../../utils/window/actions';
import { looksLikePortal } from '../../utils/window/inspect-tab';
import { openWindowState } from '../../utils/window/state';
import { Popup } from './Popup';

document.documentElement.lang = language();
document.title = t('extensionName');
const tab = await activeTab();
const state = await openWindowState(tab);
const recognised = signal(false);
const pageNote = signal<VNode | null>(null);
render(
  <Popup
    state={state}
    actions={windowActions}
    tab={tab}
    recognised={recognised}
    pageNote={pageNote}
  />,
  document.body,
);
if (tab && tab.origin === state.portal.value?.origin) {
  // What few pages need comes after everything that a person waits for.
  const { pageCheck } = await import('./page-check');
  pageNote.value = await pageCheck(tab.id, state);
} else if (tab) {
  recognised.value = await looksLikePortal(tab);
}
