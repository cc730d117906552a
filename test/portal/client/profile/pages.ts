import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { Icon, type IconName } from '../icons.ts';
import { t } from '../labels/profile.ts';
import type { NewKeys } from '../new-keys.ts';
import { Credentials } from './credentials.ts';
import { features } from './features.ts';
import { type Go, Link } from './router.ts';
import { TABS } from './tabs.ts';

interface PageProps {
  path: string;
  go: Go;
}

export function ProfilePage({ path, go, newKeys }: PageProps & { newKeys: NewKeys }): VNode {
  const tab = TABS.find(({ to }) => to === path) ?? { to: '', text: t.tabs.account };
  const content = html`<section class=${css('content')}>
    ${
      tab.to === '/profile/api-credentials'
        ? html`<${Credentials} newKeys=${newKeys} />`
        : html`<${OtherTab} title=${tab.text} />`
    }
  </section>`;
  if (features.tabs === 'sidebar') return html`<div class=${css('columns')}>${content}</div>`;
  return html`<${Header} icon="person" title=${t.header} text=${t.subHeader} />
    <div class=${css('columns')}>
      <ul class=${css('tabs')}>
        ${TABS.map(
          ({ to, text }) => html`<li key=${to} class=${css(to === path && 'current')}>
            <${Link} to=${to} go=${go} current=${to === path}>${text}<//>
          </li>`,
        )}
      </ul>
      ${content}
    </div>`;
}

/** Home and the sidebar's other pages, which exist so that a user can leave the credentials. */
export function HomePage({ path, go }: PageProps): VNode {
  const titles: Record<string, string> = { '/services': t.services, '/activity': t.activity };
  return html`<${Header} icon="home" title=${titles[path] ?? t.home} text=${config.organization} />
    <div class=${css('content')}>
      <h3>${t.quickAccess}</h3>
      <p><${Link} to="/profile/api-credentials" go=${go}>${t.tabs.credentials}<//></p>
    </div>`;
}

function OtherTab({ title }: { title: string }): VNode {
  const { firstName, lastName, email } = config.user;
  return html`<h2>${title}</h2><p>${firstName} ${lastName}, ${email}</p>`;
}

function Header({ icon, title, text }: { icon: IconName; title: string; text: string }): VNode {
  return html`<div class=${css('page-header')}>
    <${Icon} name=${icon} />
    <div><h1>${title}</h1><p>${text}</p></div>
  </div>`;
}
