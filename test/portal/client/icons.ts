/// <reference lib="dom" />
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { PageConfig } from '../pages/config.ts';
import { css } from './class-names.ts';
import { config } from './config.ts';
import { hideTooltip, showTooltip } from './tooltip.ts';

/** Filled shapes on a 16 by 16 grid, drawn for this portal. */
const SHAPES = {
  menu: 'M0 2h16v2.4H0zM0 6.8h16v2.4H0zM0 11.6h16V14H0z',
  person: 'M8 1a3.6 3.6 0 1 1 0 7.2A3.6 3.6 0 0 1 8 1zM1 15c0-4 3-5.6 7-5.6s7 1.6 7 5.6z',
  organization:
    'M6 1h4v4H8.7v2H14v3h1v4h-4v-4h1.6V8.4H8.7V10H10v4H6v-4h1.3V8.4H3.4V10H5v4H1v-4h1V7h5.3V5H6z',
  home: 'M8 1l8 7h-2v6h-4.4v-4H6.4v4H2V8H0z',
  cloud: 'M4 13a3.6 3.6 0 0 1-.5-7.2A4.6 4.6 0 0 1 12.3 6 3.5 3.5 0 0 1 12.5 13z',
  history:
    'M8 2a6 6 0 1 1-5.7 7.9l1.9-.6A4 4 0 1 0 5 5.3L6.5 7H1V1.4L3.6 4A6 6 0 0 1 8 2zm-.8 3h1.6v3H11v1.6H7.2z',
  help: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM7 11v2h2v-2zm-2-5h2c0-1.5 2-1.5 2 0 0 1-2 1.2-2 3v1h2V9c0-.8 2-1.5 2-3.2C11 2.3 5 2.3 5 6z',
  bell: 'M8 1c3 0 4.6 2.3 4.6 5 0 3.5.9 4.5 2.4 5.7V13H1v-1.3C2.5 10.5 3.4 9.5 3.4 6c0-2.7 1.6-5 4.6-5zM6 14h4a2 2 0 0 1-4 0z',
  caret: 'M3 6h10l-5 5z',
  chevron: 'M5 2l6 6-6 6-1.2-1.2L8.6 8 3.8 3.2z',
  key: 'M5 1a4 4 0 0 1 3.7 5.5L15 12.8V15h-3v-1.6h-1.6v-1.7L6.7 8.7A4 4 0 1 1 5 1zm-1 2a1.3 1.3 0 1 0 0 2.6A1.3 1.3 0 0 0 4 3z',
  plus: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM7 4v3H4v2h3v3h2V9h3V7H9V4z',
  pencil: 'M11.5 1.5l3 3-1.7 1.7-3-3zM9 4l3 3-7.5 7.5L1 15l.5-3.5z',
  remove:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM5.7 4.3 4.3 5.7 6.6 8l-2.3 2.3 1.4 1.4L8 9.4l2.3 2.3 1.4-1.4L9.4 8l2.3-2.3-1.4-1.4L8 6.6z',
  cross: 'M3.5 2 2 3.5 6.5 8 2 12.5 3.5 14 8 9.5l4.5 4.5 1.5-1.5L9.5 8 14 3.5 12.5 2 8 6.5z',
  clipboard: 'M1 2h2.5V1h4v1H10v3H6.5v8H1zm7 4.5h4L15 9.5V15H8zm3.5 1V10H14z',
  eye: 'M8 3c4 0 6.5 3 8 5-1.5 2-4 5-8 5s-6.5-3-8-5c1.5-2 4-5 8-5zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6zm0 1.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  refresh:
    'M8 2a6 6 0 0 1 4.6 2.1L14 2.7V7H9.7l1.5-1.5A4 4 0 0 0 4.2 7H2.1A6 6 0 0 1 8 2zM2 9h4.3l-1.5 1.5A4 4 0 0 0 11.8 9h2.1a6 6 0 0 1-10.5 2.9L2 13.3z',
  dots: 'M2 6.5h3v3H2zm4.5 0h3v3h-3zm4.5 0h3v3h-3z',
  check: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM6.6 11.8l6-6-1.5-1.5-4.5 4.5-2-2L3 8.3z',
  right: 'M9 2l6 6-6 6-1.5-1.5L10.8 9H1V7h9.8L7.5 3.5z',
  left: 'M7 2 1 8l6 6 1.5-1.5L5.2 9H15V7H5.2l3.3-3.5z',
};

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }): VNode {
  return html`<svg class=${css('icon')} viewBox="0 0 16 16" aria-hidden="true">
    <path d=${SHAPES[name]} />
  </svg>`;
}

interface IconButtonProps {
  icon: IconName;
  onClick: () => void;
  /** Like real pages, these name some icons with a tooltip and others with a label. */
  title?: string;
  label?: string;
  look?: string;
}

type Naming = (name: string | undefined, props: IconButtonProps) => object;

const NAMINGS: Record<PageConfig['iconLabels'], Naming> = {
  'as-seen': (_name, { title, label }) => ({ title, 'aria-label': label }),
  title: (title) => ({ title }),
  aria: (name) => ({ 'aria-label': name }),
  tooltip: (name = '') => ({
    onMouseEnter: (event: MouseEvent) => showTooltip(event.currentTarget as HTMLElement, name),
    onMouseLeave: hideTooltip,
  }),
  none: () => ({}),
};

export function IconButton(props: IconButtonProps): VNode {
  const { icon, title, label, look, onClick } = props;
  const click = () => {
    hideTooltip();
    onClick();
  };
  return html`<button
    type="button"
    class=${css('icon-button', look ?? false)}
    onClick=${click}
    ...${NAMINGS[config.iconLabels](title ?? label, props)}
  ><${Icon} name=${icon} /></button>`;
}
