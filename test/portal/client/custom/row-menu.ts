import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiKey } from '../api.ts';
import { IconButton } from '../icons.ts';
import type { Question } from '../key-dialogs.ts';
import { t } from '../labels/custom.ts';

interface RowMenuProps {
  apiKey: ApiKey;
  ask: (question: Question) => void;
}

/** The one button of a row and its menu. */
export function RowMenu({ apiKey, ask }: RowMenuProps): VNode {
  const [open, setOpen] = useState(false);
  const item = (text: string, kind: 'edit' | 'revoke') => {
    const choose = () => {
      setOpen(false);
      ask({ kind, apiKey });
    };
    return html`<li
      class="ant-dropdown-menu-item"
      role="menuitem"
      tabindex="0"
      aria-label=${text}
      onClick=${choose}
    >${text}</li>`;
  };
  return html`<span class="ant-dropdown-trigger">
    <${IconButton} icon="dots" look="ant-btn-icon" label=${t.action} onClick=${() => setOpen(!open)} />
    ${
      open &&
      html`<ul class="ant-dropdown ant-dropdown-menu" role="menu">
        ${!apiKey.legacy && item(t.edit, 'edit')} ${item(t.delete, 'revoke')}
      </ul>`
    }
  </span>`;
}
