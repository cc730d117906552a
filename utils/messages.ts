import { browser } from 'wxt/browser';
import type { Problem } from './portal/errors';

/** The type of a field, which the background checks: a text, a list of texts, or one of a few words. */
type Field = 'text' | 'texts' | readonly string[];

interface Declaration {
  /** who may send it to the background */
  from: 'extension' | 'portal-page';
  /** all of its fields */
  fields: Readonly<Record<string, Field>>;
}

/**
 * Every message there is. A portal's page can be made to say anything, so all it may do is name addresses,
 * hand over a value that it shows, and say that something was copied.
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

/** The fields of a message. */
export type Payload<N extends MessageName> = {
  -readonly [F in keyof (typeof MESSAGES)[N]['fields']]: ValueOf<(typeof MESSAGES)[N]['fields'][F]>;
};

/** What the background answers; nothing, unless it stands here. */
interface Answers {
  discover: Problem | null;
  /** whether it was taken, and nothing else: a page learns nothing of what is kept */
  keep: boolean;
}

// biome-ignore lint/suspicious/noConfusingVoidType: what a handler that answers nothing returns
export type Answer<N extends MessageName> = N extends keyof Answers ? Answers[N] : void;

/** Sends a message to the background; resolves when the background has dealt with it. */
export function send<N extends MessageName>(name: N, payload: Payload<N>): Promise<Answer<N>> {
  return browser.runtime.sendMessage({ name, payload }) as Promise<Answer<N>>;
}
