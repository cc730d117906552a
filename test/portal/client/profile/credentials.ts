import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { css } from '../class-names.ts';
import { config } from '../config.ts';
import { Icon } from '../icons.ts';
import { KeyDialogs, type Question } from '../key-dialogs.ts';
import { labels } from '../labels/common.ts';
import { t } from '../labels/profile.ts';
import type { NewKeys } from '../new-keys.ts';
import { CopyButton } from '../secret.ts';
import { useKeys } from '../use-keys.ts';
import { features, type Piece } from './features.ts';
import { KeyTable } from './key-table.ts';
import { ServiceKeys } from './service-keys.ts';

const WORDS = {
  generateTitle: t.generate,
  generate: t.submit,
  revokeTitle: t.revokeKey,
  revoke: t.revoke,
};

type Ask = (question: Question) => void;

/** The API credentials tab. */
export function Credentials({ newKeys }: { newKeys: NewKeys }): VNode {
  const keys = useKeys();
  const [question, ask] = useState<Question>();
  const close = () => ask(undefined);

  const generate = async (name: string) => {
    close();
    const key = await keys.generate(name);
    if (key) newKeys.announce(key);
  };

  return html`<h2><${Icon} name="key" /> ${t.tabs.credentials}</h2>
    ${features.pieces.map((piece) => PIECES[piece](ask))}
    ${keys.failed && html`<p class=${css('failed')} role="alert">${labels.failed}</p>`}
    <${KeyTable} keys=${keys} ask=${ask} />
    ${config.serviceKeys !== 'none' && html`<${ServiceKeys} kind=${config.serviceKeys} />`}
    <${KeyDialogs}
      question=${question}
      keys=${keys}
      words=${WORDS}
      onGenerate=${generate}
      onClose=${close}
    />`;
}

const PIECES: Record<Piece, (ask: Ask) => VNode | null> = {
  title: () => html`<div class=${css('section-header')}><h3>${t.section}</h3></div>`,
  'title-and-button': (ask) => html`<div class=${css('section-header')}>
    <h3>${t.section}</h3>
    ${generateButton(ask)}
  </div>`,
  button: (ask) => html`<div class=${css('actions')}>${generateButton(ask)}</div>`,
  docs: () => html`<div class=${css('endpoint')}>
    <span>${t.docs}</span>${' '}
    <a class=${css('address')} href=${config.apiDocs} target="_blank" rel="noopener">
      ${config.apiDocs}
    </a>
  </div>`,
  endpoint: () =>
    config.endpoint === null
      ? null
      : html`<div class=${css('endpoint')}>
          <span>${t.endpoint}</span> <span class=${css('address')}>${config.endpoint}</span>
          <${CopyButton} text=${config.endpoint} />
        </div>`,
};

function generateButton(ask: Ask): VNode {
  return html`<button
    type="button"
    class=${css('pill')}
    onClick=${() => ask({ kind: 'generate' })}
  ><${Icon} name="plus" /> ${t.generate}</button>`;
}
