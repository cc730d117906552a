import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ApiKey } from '../api.ts';
import { css } from '../class-names.ts';
import { IconButton } from '../icons.ts';
import type { Question } from '../key-dialogs.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/drawer.ts';
import { showTime } from '../time.ts';

interface KeyCardProps {
  apiKey: ApiKey;
  ask: (question: Question) => void;
}

/** One key, with labels above its values. */
export function KeyCard({ apiKey, ask }: KeyCardProps): VNode {
  return html`<div class=${css('key')}>
    <div class=${css('key-name')}>
      <span>${apiKey.legacy ? html`<i>${apiKey.name}</i>` : apiKey.name}</span>
      ${
        !apiKey.legacy &&
        html`<${IconButton}
          icon="pencil"
          label=${labels.edit}
          onClick=${() => ask({ kind: 'edit', apiKey })}
        />`
      }
      <${IconButton}
        icon="remove"
        look="delete"
        label=${t.deleteKey}
        onClick=${() => ask({ kind: 'revoke', apiKey })}
      />
    </div>
    <div class=${css('key-facts')}>
      <div><span>${labels.lastIp}</span><span>${apiKey.lastIp}</span></div>
      <div><span>${labels.lastActivity}</span><span>${showTime(apiKey.lastActivity)}</span></div>
    </div>
  </div>`;
}
