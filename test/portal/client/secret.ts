/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { css } from './class-names.ts';
import { IconButton } from './icons.ts';
import { labels } from './labels/common.ts';

/** A value behind bullets. While hidden it is nowhere in the document. */
export function Secret({ value }: { value: string }): VNode {
  const [shown, setShown] = useState(false);
  return html`<div class=${css('secret')}>
    <span class=${css(shown ? 'secret-plain' : 'secret-bullets')}>
      ${shown ? value : '•'.repeat(value.length)}
    </span>
    <${IconButton}
      icon="eye"
      look="faint"
      label=${shown ? labels.hide : labels.show}
      onClick=${() => setShown(!shown)}
    />
    <${CopyButton} text=${value} look="faint" />
  </div>`;
}

/** The portal's own clipboard icon. */
export function CopyButton({ text, look = '' }: { text: string; look?: string }): VNode {
  return html`<${IconButton}
    icon="clipboard"
    look=${look}
    title=${labels.copy}
    onClick=${() => navigator.clipboard.writeText(text)}
  />`;
}
