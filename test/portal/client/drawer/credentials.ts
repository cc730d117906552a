/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { KeyDialogs, type Question } from '../key-dialogs.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/drawer.ts';
import { NewKeyBox } from '../new-key-box.ts';
import type { NewKeys } from '../new-keys.ts';
import { CopyButton } from '../secret.ts';
import { useKeys } from '../use-keys.ts';
import { KeyCard } from './key-card.ts';

const WORDS = { revokeTitle: t.deleteKey, revoke: t.delete };

/** The API Credentials view. */
export function Credentials({ newKeys }: { newKeys: NewKeys }): VNode {
  const keys = useKeys();
  const [question, ask] = useState<Question>();
  const [newKey] = config.reveal === 'drawer' ? newKeys.list : [];
  const generate = async () => {
    const key = await keys.generate(randomName());
    if (key) newKeys.announce(key);
  };

  return html`<div class=${css('about')}>
      <h3>${t.keys}</h3>
      <div class=${css('line')}>
        <span>${t.docs}</span>
        <a href=${config.apiDocs} target="_blank" rel="noopener">${config.apiDocs}</a>
      </div>
      ${
        config.endpoint !== null &&
        html`<div class=${css('line')}>
          <span>${t.endpoint}</span>
          <span class=${css('address')}>${config.endpoint}</span>
          <${CopyButton} text=${config.endpoint} />
        </div>`
      }
      ${
        newKey
          ? html`<${NewKeyBox} newKey=${newKey} onDone=${() => newKeys.dismiss(newKey)} />`
          : html`<button type="button" class=${css('wide')} onClick=${generate}>${t.generate}</button>`
      }
      ${keys.failed && html`<p role="alert">${labels.failed}</p>`}
    </div>
    <div class=${css('list-header')}>${labels.name}</div>
    ${keys.list.map(
      (key) => html`<${KeyCard} key=${`${keys.drawing}:${key.id}`} apiKey=${key} ask=${ask} />`,
    )}
    <${KeyDialogs} question=${question} keys=${keys} words=${WORDS} onClose=${() => ask(undefined)} />`;
}

/** A generated name that can be changed later. */
function randomName(): string {
  const letters = crypto.getRandomValues(new Uint8Array(8));
  return `api_key_${[...letters].map((byte) => (byte % 36).toString(36)).join('')}`;
}
