import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { css } from './class-names.ts';
import { config } from './config.ts';
import { Icon, IconButton } from './icons.ts';
import { labels } from './labels/common.ts';
import { t } from './labels/profile.ts';
import type { NewKey, NewKeys } from './new-keys.ts';
import { Secret } from './secret.ts';

interface NotificationsProps {
  newKeys: NewKeys;
  /** Whether this is the panel of 2023. */
  boxed: boolean;
}

/** The panel under the bell. Dismissing a card discards its key's value. */
export function Notifications({ newKeys, boxed }: NotificationsProps): VNode {
  const { dismiss, setPanelOpen } = newKeys;
  const list = config.reveal === 'panel' ? newKeys.list : [];
  return html`<aside class=${css('panel', boxed && 'panel-boxed')} aria-label=${t.panel}>
    <header>
      ${t.panel}
      ${
        boxed &&
        html`<span class=${css('count')}>${list.length}</span>
          <button type="button" onClick=${() => dismiss()}>${t.boxed.clearAll}</button>`
      }
      <${IconButton} icon="right" label=${labels.close} onClick=${() => setPanelOpen(false)} />
    </header>
    ${list.map(
      (key) => html`<${Card} key=${key} newKey=${key} boxed=${boxed} dismiss=${dismiss} />`,
    )}
    <a href="/activity">${t.past}</a>
  </aside>`;
}

interface CardProps {
  newKey: NewKey;
  boxed: boolean;
  dismiss: (key: NewKey) => void;
}

function Card({ newKey, boxed, dismiss }: CardProps): VNode {
  const [before, after] = labels.generated;
  return html`<article class=${css('card')}>
    <span class=${css('success')}><${Icon} name="check" /></span>
    <div>
      ${
        boxed &&
        html`<p class=${css('operation')}><b>${t.boxed.success}</b> ${clock(newKey.at)}</p>`
      }
      <p>${before}<b>${newKey.name}</b>${after}</p>
      ${!boxed && html`<p class=${css('completed')}>${t.completed}</p>`}
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
