/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PageConfig } from '../pages/config.ts';
import { css } from './class-names.ts';
import { config } from './config.ts';
import { IconButton } from './icons.ts';
import { labels } from './labels/common.ts';

const plain = (value: string) => html`<span class=${css('secret-plain')}>${value}</span>`;

/** How a value is hidden. Only `text` keeps it out of the document until it is shown. */
const MASKS: Record<PageConfig['mask'], (value: string, shown: boolean) => VNode> = {
  text: (value, shown) =>
    shown
      ? plain(value)
      : html`<span class=${css('secret-bullets')}>${'•'.repeat(value.length)}</span>`,
  css: (value, shown) =>
    shown ? plain(value) : html`<span class=${css('secret-styled')}>${value}</span>`,
  input: (value, shown) => html`<input
    class=${css('secret-input')}
    type=${shown ? 'text' : 'password'}
    size=${value.length}
    value=${value}
    readonly
    autocomplete="off"
  />`,
};

/** A hidden value with a reveal icon and, unless the portal has none there, a copy icon. */
export function Secret({ value, copy = true }: { value: string; copy?: boolean }): VNode {
  const [shown, setShown] = useState(false);
  return html`<div class=${css('secret')}>
    ${MASKS[config.mask](value, shown)}
    <${IconButton}
      icon="eye"
      look="faint"
      label=${shown ? labels.hide : labels.show}
      onClick=${() => setShown(!shown)}
    />
    ${copy && html`<${CopyButton} text=${value} look="faint" />`}
  </div>`;
}

/** The portal's own copy icon. */
export function CopyButton({ text, look = '' }: { text: string; look?: string }): VNode {
  return html`<${IconButton}
    icon="clipboard"
    look=${look}
    title=${labels.copy}
    onClick=${() => navigator.clipboard.writeText(text)}
  />`;
}
