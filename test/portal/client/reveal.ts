import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { css } from './class-names.ts';
import { config } from './config.ts';
import { labels } from './labels/common.ts';
import { NewKeyBox } from './new-key-box.ts';
import type { NewKeys } from './new-keys.ts';

interface RevealProps {
  newKeys: NewKeys;
  /** The layout's notifications, rendered while they are open. */
  children: ComponentChildren;
}

/** The overlays: the notifications, and a new value that is not among them. */
export function Reveal({ newKeys, children }: RevealProps): VNode {
  const [newKey] = config.reveal === 'panel' ? [] : newKeys.list;
  const box =
    newKey && html`<${NewKeyBox} newKey=${newKey} onDone=${() => newKeys.dismiss(newKey)} />`;
  return html`${newKeys.panelOpen && children}${box && FRAMES[config.reveal](box)}`;
}

const dialog = (box: VNode) => html`<div class=${css('backdrop')}>
  <div class=${css('dialog')} role="dialog" aria-modal="true" aria-label=${labels.value}>${box}</div>
</div>`;

const FRAMES = {
  dialog,
  drawer: (box: VNode) =>
    html`<aside class=${css('value-drawer')} aria-label=${labels.value}>${box}</aside>`,
  panel: dialog,
};
