/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Bell } from '../bell.ts';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { t } from '../labels/custom.ts';
import { useNewKeys } from '../new-keys.ts';
import { Link, usePath } from '../profile/router.ts';
import { Reveal } from '../reveal.ts';
import { Credentials } from './credentials.ts';
import { NotificationDrawer } from './notification-drawer.ts';
import { UserMenu } from './user-menu.ts';

const TABS = [
  { to: '/profile/accountInformation', text: t.account },
  { to: '/profile/apiCredentials', text: t.credentials },
];

/** An operator's own application in place of the portal's, made with a component library. */
export function CustomApp(): VNode {
  const [path, go] = usePath();
  const newKeys = useNewKeys();
  const { firstName, lastName } = config.user;
  const isProfile = path.startsWith('/profile');
  return html`<div class="ant-layout">
    <header class="ant-layout-header">
      <span class=${css('logo')}>CloudMC</span>
      <${Bell} newKeys=${newKeys} named="label" />
      <${UserMenu} go=${go} />
    </header>
    <main class="ant-layout-content">
      ${
        isProfile &&
        html`<div class="ant-tabs" role="tablist">
        ${TABS.map(
          ({ to, text }) => html`<${Link}
            key=${to}
            to=${to}
            go=${go}
            current=${path === to}
            class=${css('ant-tabs-tab', path === to && 'ant-tabs-tab-active')}
          >${text}<//>`,
        )}
      </div>`
      }
      ${
        path === '/profile/apiCredentials'
          ? html`<${Credentials} newKeys=${newKeys} />`
          : html`<h2>${isProfile ? t.account : config.organization}</h2>
              <p>${firstName} ${lastName}</p>`
      }
    </main>
    <${Reveal} newKeys=${newKeys}><${NotificationDrawer} newKeys=${newKeys} /><//>
  </div>`;
}
