import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { Icon, IconButton } from '../icons.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/profile.ts';
import { Secret } from '../secret.ts';

/** A key whose value can still be shown. */
export interface NewKey {
  name: string;
  value: string;
  at: Date;
}

interface NotificationsProps {
  newKeys: NewKey[];
  /** Without a key, all of them. */
  dismiss: (key?: NewKey) => void;
  onClose: () => void;
}

/** The panel under the bell. A card that is dismissed takes its key's value with it. */
export function Notifications({ newKeys, dismiss, onClose }: NotificationsProps): VNode {
  return html`<aside class=${css('panel')} aria-label=${t.panel}>
    <header>
      ${t.panel}
      ${
        t.boxed &&
        html`<span class=${css('count')}>${newKeys.length}</span>
          <button type="button" onClick=${() => dismiss()}>${t.boxed.clearAll}</button>`
      }
      <${IconButton} icon="right" label=${labels.close} onClick=${onClose} />
    </header>
    ${newKeys.map((key) => html`<${Card} key=${key} newKey=${key} dismiss=${dismiss} />`)}
    <a href="/activity">${t.past}</a>
  </aside>`;
}

interface CardProps {
  newKey: NewKey;
  dismiss: (key: NewKey) => void;
}

function Card({ newKey, dismiss }: CardProps): VNode {
  const [before, after] = labels.generated;
  return html`<article class=${css('card')}>
    <span class=${css('success')}><${Icon} name="check" /></span>
    <div>
      ${
        t.boxed &&
        html`<p class=${css('operation')}><b>${t.boxed.success}</b> ${clock(newKey.at)}</p>`
      }
      <p>${before}<b>${newKey.name}</b>${after}</p>
      ${t.completed && html`<p class=${css('completed')}>${t.completed}</p>`}
      <p class=${css('value-label')}>${labels.value}</p>
      <${Secret} value=${newKey.value} />
    </div>
    <${IconButton} icon="cross" look="dismiss" label=${labels.close} onClick=${() => dismiss(newKey)} />
  </article>`;
}

function clock(at: Date): string {
  const options = { hour: 'numeric', minute: '2-digit', timeZone: config.user.timezone } as const;
  return new Intl.DateTimeFormat('en-US', options).format(at);
}
