import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { config } from '../config.ts';
import { KeyDialogs, type Question } from '../key-dialogs.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/custom.ts';
import type { NewKeys } from '../new-keys.ts';
import { useKeys } from '../use-keys.ts';
import { KeyTable } from './key-table.ts';

// The menu says Delete, and the button that confirms says Revoke.
const WORDS = {
  generateTitle: t.generateKey,
  generate: t.generate,
  revokeTitle: t.deleteKey,
  revoke: t.revoke,
};

/** The credentials. No space separates addresses from their labels. */
export function Credentials({ newKeys }: { newKeys: NewKeys }): VNode {
  const keys = useKeys();
  const [question, ask] = useState<Question>();
  const close = () => ask(undefined);
  const generate = async (name: string) => {
    close();
    const key = await keys.generate(name);
    if (key) newKeys.announce(key);
  };

  return html`<section class="ant-card">
    <div class="ant-card-head">
      <div>${t.docs}<a href=${config.apiDocs} target="_blank" rel="noopener">${config.apiDocs}</a></div>
      ${config.endpoint !== null && html`<div>${t.endpoint}<span>${config.endpoint}</span></div>`}
      <button
        type="button"
        class="ant-btn ant-btn-primary"
        onClick=${() => ask({ kind: 'generate' })}
      ><span>${t.generateKey}</span></button>
    </div>
    ${keys.failed && html`<p class="ant-alert" role="alert">${labels.failed}</p>`}
    <${KeyTable} keys=${keys} ask=${ask} />
    <${KeyDialogs}
      question=${question}
      keys=${keys}
      words=${WORDS}
      onGenerate=${generate}
      onClose=${close}
    />
  </section>`;
}
