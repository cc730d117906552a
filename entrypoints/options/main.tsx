import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/styles/theme.css';
import './options.css';
import './table.css';
import { language, t } from '../../utils/browser/i18n';
import { preferences } from '../../utils/stored/preferences';
import { optionsActions } from '../../utils/window/options-actions';
import { signalOf } from '../../utils/window/signal-of';
import { openWindowState } from '../../utils/window/state';
import { Options } from './Options';

document.documentElement.lang = language();
document.title = t('extensionName');
const readHash = () => location.hash.slice(1);
const state = await openWindowState();
const storedPreferences = await signalOf(preferences);
const hash = signal(readHash() || (state.portal.value ? 'keys' : 'portals'));
window.addEventListener('hashchange', () => {
  hash.value = readHash();
});
render(
  <Options state={state} actions={optionsActions} preferences={storedPreferences} hash={hash} />,
  document.body,
);
