import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { Icon } from '../icons.ts';
import { t } from '../labels/profile.ts';
import { type Go, Link } from './router.ts';

const ITEMS = [
  { to: '/home', icon: 'home', text: t.home },
  { to: '/services', icon: 'cloud', text: t.services },
  { to: '/activity', icon: 'history', text: t.activity },
];

export function Sidebar({ path, go }: { path: string; go: Go }): VNode {
  return html`<nav class=${css('sidebar')}>
    <span class=${css('burger')}><${Icon} name="menu" /></span>
    <div class=${css('logo')}>CloudMC</div>
    <div class=${css('organization')}><${Icon} name="organization" /> ${config.organization}</div>
    ${ITEMS.map(
      ({ to, icon, text }) => html`<${Link} key=${to} to=${to} go=${go} current=${path === to}>
        <${Icon} name=${icon} /> ${text}
      <//>`,
    )}
  </nav>`;
}
