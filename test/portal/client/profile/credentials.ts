import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { Icon } from '../icons.ts';
import { KeyDialogs, type Question } from '../key-dialogs.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/profile.ts';
import { CopyButton } from '../secret.ts';
import { useKeys } from '../use-keys.ts';
import { KeyTable } from './key-table.ts';
import type { NewKey } from './notifications.ts';

const WORDS = {
  generateTitle: t.generate,
  generate: t.submit,
  revokeTitle: t.revokeKey,
  revoke: t.revoke,
};

/** The API credentials tab. */
export function Credentials({ onGenerated }: { onGenerated: (key: NewKey) => void }): VNode {
  const keys = useKeys();
  const [question, ask] = useState<Question>();
  const close = () => ask(undefined);

  const generate = async (name: string) => {
    close();
    const key = await keys.generate(name);
    if (key) onGenerated({ ...key, at: new Date() });
  };

  return html`<h2><${Icon} name="key" /> ${t.tabs.credentials}</h2>
    <div class=${css('section-header')}>
      <h3>${t.section}</h3>
      <button type="button" class=${css('pill')} onClick=${() => ask({ kind: 'generate' })}>
        <${Icon} name="plus" /> ${t.generate}
      </button>
    </div>
    ${keys.failed && html`<p class=${css('failed')} role="alert">${labels.failed}</p>`}
    ${
      config.endpoint !== null &&
      html`<div class=${css('endpoint')}>
        <span>${t.endpoint}</span> <span class=${css('address')}>${config.endpoint}</span>
        <${CopyButton} text=${config.endpoint} />
      </div>`
    }
    <${KeyTable} keys=${keys} ask=${ask} />
    <${KeyDialogs}
      question=${question}
      keys=${keys}
      words=${WORDS}
      onGenerate=${generate}
      onClose=${close}
    />`;
}
