/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { css } from '../class-names.ts';
import { Icon } from '../icons.ts';
import { t } from '../labels/profile.ts';
import { type NewKey, Notifications } from './notifications.ts';
import { HomePage, ProfilePage } from './pages.ts';
import { usePath } from './router.ts';
import { Sidebar } from './sidebar.ts';
import { TopBar } from './top-bar.ts';

/** The 2021 generation: a sidebar, and a page of profile tabs. */
export function ProfileApp(): VNode {
  const [path, go] = usePath();
  const [panelOpen, setPanelOpen] = useState(false);
  const [newKeys, setNewKeys] = useState<NewKey[]>([]);

  const onGenerated = (key: NewKey) => {
    setNewKeys((keys) => [key, ...keys]);
    setPanelOpen(true);
  };
  const dismiss = (key?: NewKey) =>
    setNewKeys((keys) => keys.filter((other) => key !== undefined && other !== key));

  return html`<div class=${css('app', t.boxed !== undefined && 'boxed')}>
    <${Sidebar} path=${path} go=${go} />
    <${TopBar}
      go=${go}
      panelOpen=${panelOpen}
      count=${newKeys.length}
      onBell=${() => setPanelOpen(!panelOpen)}
    />
    <main class=${css('main')}>
      ${
        path.startsWith('/profile')
          ? html`<${ProfilePage} path=${path} go=${go} onGenerated=${onGenerated} />`
          : html`<${HomePage} path=${path} go=${go} />`
      }
    </main>
    ${
      panelOpen &&
      html`<${Notifications}
        newKeys=${newKeys}
        dismiss=${dismiss}
        onClose=${() => setPanelOpen(false)}
      />`
    }
    <button type="button" class=${css('help')}><${Icon} name="help" /> ${t.help}</button>
  </div>`;
}
