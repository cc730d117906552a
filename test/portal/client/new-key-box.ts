import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { css } from './class-names.ts';
import { labels } from './labels/common.ts';
import type { NewKey } from './new-keys.ts';
import { Secret } from './secret.ts';

interface NewKeyBoxProps {
  newKey: NewKey;
  onDone: () => void;
}

/** A new key's value, with a button that discards it. */
export function NewKeyBox({ newKey, onDone }: NewKeyBoxProps): VNode {
  const [before, after] = labels.generated;
  return html`<div class=${css('new-key')}>
    <p>${before}<b>${newKey.name}</b>${after}</p>
    <span>${labels.value}</span>
    <${Secret} value=${newKey.value} />
    <button type="button" class=${css('wide')} onClick=${onDone}>${labels.done}</button>
  </div>`;
}
