import { browser } from 'wxt/browser';
import type { Handoff } from '../keys/handoff';

/** Shows on the toolbar button how many new keys need the person's attention. */
export async function updateBadge(handoffs: Handoff[]): Promise<void> {
  const count = handoffs.filter(({ phase }) => phase === 'ready' || phase === 'lost').length;
  await browser.action.setBadgeText({ text: count ? String(count) : '' });
  await browser.action.setBadgeBackgroundColor({ color: '#b45309' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}
