/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { KeyDialogs, type Question } from '../key-dialogs.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/drawer.ts';
import { CopyButton, Secret } from '../secret.ts';
import { useKeys } from '../use-keys.ts';
import { KeyCard } from './key-card.ts';

const WORDS = { revokeTitle: t.deleteKey, revoke: t.delete };

/** The API Credentials view. Leaving it gives a new key's value up. */
export function Credentials(): VNode {
  const keys = useKeys();
  const [newKey, setNewKey] = useState<{ name: string; value: string }>();
  const [question, ask] = useState<Question>();
  const generate = async () => setNewKey(await keys.generate(randomName()));

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
          ? html`<${NewKeyBox} newKey=${newKey} onDone=${() => setNewKey(undefined)} />`
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

interface NewKeyBoxProps {
  newKey: { name: string; value: string };
  onDone: () => void;
}

function NewKeyBox({ newKey, onDone }: NewKeyBoxProps): VNode {
  const [before, after] = labels.generated;
  return html`<div class=${css('new-key')}>
    <p>${before}<b>${newKey.name}</b>${after}</p>
    <span>${labels.value}</span>
    <${Secret} value=${newKey.value} />
    <button type="button" class=${css('wide')} onClick=${onDone}>${t.done}</button>
  </div>`;
}

/** A name nobody chose; it can be changed afterwards. */
function randomName(): string {
  const letters = crypto.getRandomValues(new Uint8Array(8));
  return `api_key_${[...letters].map((byte) => (byte % 36).toString(36)).join('')}`;
}
