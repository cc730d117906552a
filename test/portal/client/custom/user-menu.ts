import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { config } from '../config.ts';
import { t } from '../labels/custom.ts';
import { LanguageLinks, SignOut } from '../menu.ts';
import { type Go, Link } from '../profile/router.ts';

/** The menu behind the user's initials. */
export function UserMenu({ go }: { go: Go }): VNode {
  const [open, setOpen] = useState(false);
  const { firstName, lastName } = config.user;
  const leave: Go = (path) => {
    setOpen(false);
    go(path);
  };
  return html`<button
      type="button"
      class="ant-avatar"
      aria-expanded=${open}
      onClick=${() => setOpen(!open)}
    >${firstName.charAt(0)}${lastName.charAt(0)}</button>
    ${
      open &&
      html`<div class="ant-dropdown ant-dropdown-user">
        <${Link} to="/profile/accountInformation" go=${leave}>${t.profile}<//>
        <${Link} to="/profile/apiCredentials" go=${leave}>${t.credentials}<//>
        <${LanguageLinks} />
        <${SignOut} text=${t.signOut} />
      </div>`
    }`;
}
