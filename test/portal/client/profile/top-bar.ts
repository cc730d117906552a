import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Bell } from '../bell.ts';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { Icon, IconButton } from '../icons.ts';
import { t } from '../labels/profile.ts';
import { LanguageLinks, SignOut } from '../menu.ts';
import type { NewKeys } from '../new-keys.ts';
import { type Go, Link } from './router.ts';

interface TopBarProps {
  go: Go;
  newKeys: NewKeys;
}

export function TopBar({ go, newKeys }: TopBarProps): VNode {
  const [open, setOpen] = useState(false);
  const { firstName, lastName, role } = config.user;
  const leave: Go = (path) => {
    setOpen(false);
    go(path);
  };
  return html`<header class=${css('top-bar')}>
    <${IconButton} icon="help" title=${t.help} onClick=${() => {}} />
    <${Bell} newKeys=${newKeys} named="title" />
    <button
      type="button"
      class=${css('person')}
      aria-expanded=${open}
      onClick=${() => setOpen(!open)}
    >
      <span class=${css('avatar')}>${firstName.charAt(0)}${lastName.charAt(0)}</span>
      <${Icon} name="caret" />
    </button>
    ${
      open &&
      html`<div class=${css('menu')}>
        <b>${firstName} ${lastName}</b>
        <small>${config.organization}, ${role}</small>
        <${Link} to="/profile/account" go=${leave}>${t.myProfile}<//>
        <${Link} to="/profile/api-credentials" go=${leave}>${t.tabs.credentials}<//>
        <span>${t.language} <${LanguageLinks} /></span>
        <${SignOut} text=${t.logOut} />
      </div>`
    }
  </header>`;
}
