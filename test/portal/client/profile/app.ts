/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { css } from '../class-names.ts';
import { Icon } from '../icons.ts';
import { t } from '../labels/profile.ts';
import { useNewKeys } from '../new-keys.ts';
import { Notifications } from '../notifications.ts';
import { Reveal } from '../reveal.ts';
import { features } from './features.ts';
import { HomePage, ProfilePage } from './pages.ts';
import { usePath } from './router.ts';
import { Sidebar } from './sidebar.ts';
import { TopBar } from './top-bar.ts';

/** The layouts of 2021 to 2023: a sidebar, and a page of profile tabs. */
export function ProfileApp(): VNode {
  const [path, go] = usePath();
  const newKeys = useNewKeys();
  const { redRevoke, boxed } = features;
  return html`<div class=${css('app', redRevoke && 'red', boxed && 'boxed')}>
    <${Sidebar} path=${path} go=${go} />
    <${TopBar} go=${go} newKeys=${newKeys} />
    <main class=${css('main')}>
      ${
        path.startsWith('/profile')
          ? html`<${ProfilePage} path=${path} go=${go} newKeys=${newKeys} />`
          : html`<${HomePage} path=${path} go=${go} />`
      }
    </main>
    <${Reveal} newKeys=${newKeys}><${Notifications} newKeys=${newKeys} boxed=${boxed} /><//>
    <button type="button" class=${css('help')}><${Icon} name="help" /> ${t.help}</button>
  </div>`;
}
