/// <reference lib="dom" />
import { css } from './class-names.ts';

let overlay: HTMLElement | undefined;

/** Shows the name of an icon in a distant element, as component libraries do. */
export function showTooltip(anchor: HTMLElement, text: string): void {
  hideTooltip();
  const { left, bottom } = anchor.getBoundingClientRect();
  overlay = document.createElement('div');
  overlay.className = css('tooltip');
  overlay.setAttribute('role', 'tooltip');
  overlay.textContent = text;
  overlay.style.left = `${left}px`;
  overlay.style.top = `${bottom + 4}px`;
  document.body.append(overlay);
}

export function hideTooltip(): void {
  overlay?.remove();
  overlay = undefined;
}
