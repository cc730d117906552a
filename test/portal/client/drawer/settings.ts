import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { Icon } from '../icons.ts';
import { t } from '../labels/drawer.ts';
import { LanguageLinks, SignOut } from '../menu.ts';

const ROWS = [
  { hash: 'account', text: t.account },
  { hash: 'api-credentials', text: t.credentials },
  { hash: 'ssh-keys', text: t.sshKeys },
  { hash: 'security', text: t.security },
];

/** The drawer's first view: the user and the links. */
export function UserSettings(): VNode {
  const { firstName, lastName, email, role } = config.user;
  const [choosing, setChoosing] = useState(false);
  return html`<div class=${css('who')}>
      <span class=${css('avatar')}>${firstName.charAt(0)}${lastName.charAt(0)}</span>
      <b>${firstName} ${lastName}</b>
      <span>${email}</span>
      <dl>
        <dt>${t.organization}</dt><dd>${config.organization}</dd>
        <dt>${t.role}</dt><dd>${role}</dd>
        <dt>${t.roles}</dt><dd>${t.none}</dd>
      </dl>
    </div>
    <ul class=${css('rows')}>
      ${ROWS.map(
        ({ hash, text }) => html`<li key=${hash}>
          <a href=${`#${hash}`}>${text} <${Icon} name="chevron" /></a>
        </li>`,
      )}
      <li>
        <button type="button" aria-expanded=${choosing} onClick=${() => setChoosing(!choosing)}>
          ${t.language} <${Icon} name="chevron" />
        </button>
        ${choosing && html`<${LanguageLinks} hash="#settings" />`}
      </li>
      <li><${SignOut} text=${t.logout} /></li>
    </ul>`;
}
