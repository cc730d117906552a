import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/theme.css';
import './popup.css';
import { activeTab, looksLikePortal } from '../../utils/active-tab';
import { language, t } from '../../utils/i18n';
import { windowActions } from '../../utils/window-actions';
import { openWindowState } from '../../utils/window-state';
import { Popup } from './Popup';

document.documentElement.lang = language();
document.title = t('extensionName');
const tab = await activeTab();
const state = await openWindowState(tab);
const recognised = signal(false);
render(
  <Popup state={state} actions={windowActions} tab={tab} recognised={recognised} />,
  document.body,
);
if (tab) recognised.value = await looksLikePortal(tab);
