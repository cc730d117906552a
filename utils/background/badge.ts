import { browser } from 'wxt/browser';
import type { Handoff } from '../keys/handoff';

/** Shows on the toolbar button how many new keys wait for the person. */
export async function showWaiting(handoffs: Handoff[]): Promise<void> {
  const waiting = handoffs.filter(({ phase }) => phase === 'ready' || phase === 'lost').length;
  await browser.action.setBadgeText({ text: waiting ? String(waiting) : '' });
  await browser.action.setBadgeBackgroundColor({ color: '#b45309' });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}
