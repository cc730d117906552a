import { browser } from 'wxt/browser';
import type { Problem } from './portal/errors';

/** The type of a field, which the background checks: a string, a list of strings, or one of these words. */
type Field = 'text' | 'texts' | readonly string[];

interface Declaration {
  /** who may send it to the background */
  from: 'extension' | 'portal-page';
  /** all fields; each is required, and no other is allowed */
  fields: Readonly<Record<string, Field>>;
}

/**
 * Every message to the background. A compromised page can send anything, so a page may only report
 * addresses, hand over a value that it shows, and report that something was copied.
 */
export const MESSAGES = {
  connect: { from: 'extension', fields: { origin: 'text', label: 'text', apiOrigin: 'text' } },
  generate: {
    from: 'extension',
    fields: { id: 'text', origin: 'text', store: 'text', name: 'text' },
  },
  copied: { from: 'extension', fields: { id: 'text' } },
  copiedOther: { from: 'extension', fields: {} },
  clearClipboard: { from: 'extension', fields: {} },
  finish: { from: 'extension', fields: { id: 'text' } },
  recheck: { from: 'extension', fields: { id: 'text' } },
  checkSession: { from: 'extension', fields: { origin: 'text', store: 'text' } },
  discover: { from: 'extension', fields: { origin: 'text', store: 'text' } },
  copiedOnPage: { from: 'portal-page', fields: { what: ['secret', 'other'] } },
  endpointSeen: { from: 'portal-page', fields: { endpoint: 'text' } },
  requestsSeen: { from: 'portal-page', fields: { addresses: 'texts' } },
  keep: { from: 'portal-page', fields: { value: 'text', name: 'text' } },
} as const satisfies Record<string, Declaration>;

export type MessageName = keyof typeof MESSAGES;

type ValueOf<F> = F extends 'text'
  ? string
  : F extends 'texts'
    ? string[]
    : F extends readonly (infer Word)[]
      ? Word
      : never;

/** The fields of a message, with their types. */
export type Payload<N extends MessageName> = {
  -readonly [F in keyof (typeof MESSAGES)[N]['fields']]: ValueOf<(typeof MESSAGES)[N]['fields'][F]>;
};

/** The messages that the background answers with a value. */
interface Answers {
  discover: Problem | null;
  /** whether the value was kept; a page learns nothing else about kept values */
  keep: boolean;
}

/** What the background answers to a message. */
// biome-ignore lint/suspicious/noConfusingVoidType: the return type of handlers without an answer
export type Answer<N extends MessageName> = N extends keyof Answers ? Answers[N] : void;

/**
 * Sends a message to the background.
 * @returns the answer, once the background has handled the message; rejects if the handler fails or the
 *   background stops before it has answered
 */
export function send<N extends MessageName>(name: N, payload: Payload<N>): Promise<Answer<N>> {
  return browser.runtime.sendMessage({ name, payload }) as Promise<Answer<N>>;
}
