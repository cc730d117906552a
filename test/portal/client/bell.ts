import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { css } from './class-names.ts';
import { config } from './config.ts';
import { IconButton } from './icons.ts';
import { t } from './labels/profile.ts';
import type { NewKeys } from './new-keys.ts';

/** Opens the notifications; while they are closed, a badge shows their number. */
export function Bell({ newKeys, named }: { newKeys: NewKeys; named: 'title' | 'label' }): VNode {
  const { panelOpen, setPanelOpen } = newKeys;
  const count = config.reveal === 'panel' ? newKeys.list.length : 0;
  return html`<${IconButton}
      icon="bell"
      look=${panelOpen ? 'pressed' : ''}
      onClick=${() => setPanelOpen(!panelOpen)}
      ...${{ [named]: t.panel }}
    />
    ${count > 0 && !panelOpen && html`<span class=${css('badge')}>${count}</span>`}`;
}
