import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ApiKey } from '../api.ts';
import type { Question } from '../key-dialogs.ts';
import { labels } from '../labels/common.ts';
import { showTime } from '../time.ts';
import type { Keys } from '../use-keys.ts';
import { RowMenu } from './row-menu.ts';

interface KeyTableProps {
  keys: Keys;
  ask: (question: Question) => void;
}

const COLUMNS = [labels.name, labels.lastIp, labels.lastActivity, ''];

/** The keys, in a component library's table markup. */
export function KeyTable({ keys, ask }: KeyTableProps): VNode {
  const row = (key: ApiKey) => html`<tr
    key=${`${keys.drawing}:${key.id}`}
    class="ant-table-row ant-table-row-level-0"
    data-row-key=${key.id}
  >
    <td class="ant-table-cell">${key.legacy ? html`<i>${key.name}</i>` : key.name}</td>
    <td class="ant-table-cell">${key.lastIp}</td>
    <td class="ant-table-cell">${showTime(key.lastActivity)}</td>
    <td class="ant-table-cell"><${RowMenu} apiKey=${key} ask=${ask} /></td>
  </tr>`;

  return html`<div class="ant-table-wrapper">
    <div class="ant-table">
      <div class="ant-table-container">
        <div class="ant-table-content">
          <table>
            <thead class="ant-table-thead">
              <tr>
                ${COLUMNS.map((text) => html`<th class="ant-table-cell" scope="col">${text}</th>`)}
              </tr>
            </thead>
            <tbody class="ant-table-tbody">${keys.list.map(row)}</tbody>
          </table>
        </div>
      </div>
    </div>
  </div>`;
}
