import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { Icon } from '../icons.ts';
import { t } from '../labels/profile.ts';
import { features } from './features.ts';
import { type Go, Link } from './router.ts';
import { TABS } from './tabs.ts';

const ITEMS = [
  { to: '/home', icon: 'home', text: t.home },
  { to: '/services', icon: 'cloud', text: t.services },
  { to: '/activity', icon: 'history', text: t.activity },
];

interface SidebarProps {
  path: string;
  go: Go;
}

export function Sidebar({ path, go }: SidebarProps): VNode {
  return html`<nav class=${css('sidebar')}>
    <span class=${css('burger')}><${Icon} name="menu" /></span>
    <div class=${css('logo')}>CloudMC</div>
    <div class=${css('organization')}><${Icon} name="organization" /> ${config.organization}</div>
    ${ITEMS.map(
      ({ to, icon, text }) => html`<${Link} key=${to} to=${to} go=${go} current=${path === to}>
        <${Icon} name=${icon} /> ${text}
      <//>`,
    )}
    ${features.tabs === 'sidebar' && html`<${ProfileMenu} path=${path} go=${go} />`}
  </nav>`;
}

/** The profile's section of the sidebar, open while a page in it is shown. */
function ProfileMenu({ path, go }: SidebarProps): VNode {
  const [open, setOpen] = useState(path.startsWith('/profile'));
  return html`<button type="button" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <${Icon} name="person" /> ${t.header}
    </button>
    ${
      open &&
      html`<div class=${css('submenu')}>
        ${TABS.map(
          ({ to, text }) =>
            html`<${Link} key=${to} to=${to} go=${go} current=${path === to}>${text}<//>`,
        )}
      </div>`
    }`;
}
