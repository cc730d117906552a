/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Bell } from '../bell.ts';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { Icon, IconButton } from '../icons.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/drawer.ts';
import { useNewKeys } from '../new-keys.ts';
import { Notifications } from '../notifications.ts';
import { Reveal } from '../reveal.ts';
import { Credentials } from './credentials.ts';
import { UserSettings } from './settings.ts';
import { useHash } from './use-hash.ts';

/** Each view of the drawer by its URL hash; any other hash closes it. */
const VIEWS = {
  settings: { title: t.title, Body: UserSettings },
  account: { title: t.account, Body: Empty },
  'api-credentials': { title: t.credentials, Body: Credentials },
  'ssh-keys': { title: t.sshKeys, Body: Empty },
  security: { title: t.security, Body: Empty },
};

/** The 2024 generation: a top bar, and a drawer of user settings over any page. */
export function DrawerApp(): VNode {
  const [hash, setHash] = useHash();
  const newKeys = useNewKeys();
  const panel = html`<${Notifications} newKeys=${newKeys} boxed />`;
  // Leaving the view that shows a new key's value discards the value.
  useEffect(() => {
    if (config.reveal === 'drawer') newKeys.dismiss();
  }, [hash]);
  const view = Object.hasOwn(VIEWS, hash) ? VIEWS[hash as keyof typeof VIEWS] : undefined;
  return html`<div class=${css('app')}>
    <header class=${css('top-bar')}>
      <span class=${css('logo')}>CloudMC</span>
      <button type="button" class=${css('organization')}>
        <${Icon} name="organization" /> ${config.organization} <${Icon} name="caret" />
      </button>
      <${Bell} newKeys=${newKeys} named="label" />
      <${IconButton} icon="help" label="Help" onClick=${() => {}} />
      <${IconButton}
        icon="person"
        label=${t.title}
        look=${view ? 'active' : ''}
        onClick=${() => setHash(view ? '' : 'settings')}
      />
    </header>
    <main><h1>${t.home}</h1><p>${config.organization}</p></main>
    ${
      view &&
      html`<aside class=${css('drawer')} aria-label=${view.title}>
        <header>
          ${
            hash !== 'settings' &&
            html`<${IconButton}
              icon="left"
              look="back"
              label=${t.back}
              onClick=${() => setHash('settings')}
            />`
          }
          <h2>${view.title}</h2>
          <${IconButton} icon="cross" look="close" label=${labels.close} onClick=${() => setHash('')} />
        </header>
        <${view.Body} key=${hash} newKeys=${newKeys} />
      </aside>`
    }
    ${
      config.reveal === 'drawer'
        ? newKeys.panelOpen && panel
        : html`<${Reveal} newKeys=${newKeys}>${panel}<//>`
    }
  </div>`;
}

function Empty(): VNode {
  return html`<p class=${css('empty')}>${config.user.email}</p>`;
}
