import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/theme.css';
import './options.css';
import './table.css';
import { language, t } from '../../utils/i18n';
import { windowActions } from '../../utils/window-actions';
import { openWindowState } from '../../utils/window-state';
import { Options } from './Options';

document.documentElement.lang = language();
document.title = t('extensionName');
const readHash = () => location.hash.slice(1);
const state = await openWindowState();
const hash = signal(readHash() || (state.portal.value ? 'keys' : 'portals'));
window.addEventListener('hashchange', () => {
  hash.value = readHash();
});
render(<Options state={state} actions={windowActions} hash={hash} />, document.body);
