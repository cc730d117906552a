import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { css } from '../class-names.ts';
import { IconButton } from '../icons.ts';
import type { Question } from '../key-dialogs.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/profile.ts';
import { showTime } from '../time.ts';
import type { Keys } from '../use-keys.ts';

interface KeyTableProps {
  keys: Keys;
  ask: (question: Question) => void;
}

/** The keys. A key that was never used has two blank cells. */
export function KeyTable({ keys, ask }: KeyTableProps): VNode {
  return html`<table class=${css('keys')}>
    <thead>
      <tr>
        <th></th>
        <th>${labels.name}</th>
        <th>${labels.lastIp}</th>
        <th>${labels.lastActivity}</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${keys.list.map(
        (key) => html`<tr key=${`${keys.drawing}:${key.id}`}>
          <td></td>
          <td>${key.legacy ? html`<i>${key.name}</i>` : key.name}</td>
          <td>${key.lastIp}</td>
          <td>${showTime(key.lastActivity)}</td>
          <td>
            ${
              !key.legacy &&
              html`<${IconButton}
                icon="pencil"
                title=${labels.edit}
                onClick=${() => ask({ kind: 'edit', apiKey: key })}
              />`
            }
            <${IconButton}
              icon="remove"
              look="revoke"
              title=${t.revokeKey}
              onClick=${() => ask({ kind: 'revoke', apiKey: key })}
            />
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
