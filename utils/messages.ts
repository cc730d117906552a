import { browser } from 'wxt/browser';
import type { Problem } from './portal/errors';

/** Every message there is: what it carries, and who may send it to the background. */
export interface Messages {
  connect: { origin: string; label: string; apiOrigin: string };
  generate: { id: string; origin: string; name: string; tab: string };
  copied: { id: string };
  copiedOther: object;
  clearClipboard: object;
  finish: { id: string };
  settle: { id: string };
  checkSession: { origin: string; tab: string };
  copiedOnPage: { what: string };
  endpointSeen: { endpoint: string };
  requestsSeen: { addresses: string[] };
  discover: { origin: string; tab: string };
  keep: { value: string; name: string };
}

/** What a message is answered with; nothing unless it stands here. */
interface Answers {
  discover: Problem | null;
  /** whether it was taken, and nothing else: a page learns nothing of what waits */
  keep: boolean;
}

export type MessageName = keyof Messages;

/** Sends a message to the background; resolves when it was dealt with. */
export function send<N extends MessageName>(name: N, payload: Messages[N]): Promise<Answer<N>> {
  return browser.runtime.sendMessage({ name, payload }) as Promise<Answer<N>>;
}

// biome-ignore lint/suspicious/noConfusingVoidType: what a handler that answers nothing returns
export type Answer<N extends MessageName> = N extends keyof Answers ? Answers[N] : void;
