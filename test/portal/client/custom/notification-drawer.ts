import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { config } from '../config.ts';
import { IconButton } from '../icons.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/custom.ts';
import type { NewKey, NewKeys } from '../new-keys.ts';
import { Secret } from '../secret.ts';

/** Shows new values, each with a reveal icon and a copy icon. */
export function NotificationDrawer({ newKeys }: { newKeys: NewKeys }): VNode {
  const [before, after] = labels.generated;
  const list = config.reveal === 'panel' ? newKeys.list : [];
  const item = (key: NewKey) => html`<div class="ant-list-item" key=${key}>
    <p>${before}<b>${key.name}</b>${after}</p>
    <${Secret} value=${key.value} />
  </div>`;
  return html`<div class="ant-drawer ant-drawer-right ant-drawer-open">
    <div
      class="ant-drawer-content-wrapper"
      role="dialog"
      aria-label=${t.notifications}
    >
      <div class="ant-drawer-header">
        <div class="ant-drawer-title">${t.notifications}</div>
        <${IconButton}
          icon="cross"
          look="ant-drawer-close"
          label=${labels.close}
          onClick=${() => newKeys.setPanelOpen(false)}
        />
      </div>
      <div class="ant-drawer-body">${list.map(item)}</div>
    </div>
  </div>`;
}
