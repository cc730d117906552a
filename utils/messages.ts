import { browser } from 'wxt/browser';
import type { Problem } from './portal/errors';
import { isRecord } from './record';

/** Every message there is: what it carries, and who may send it to the background. */
export interface Messages {
  connect: { origin: string; label: string };
  generate: { id: string; origin: string; name: string };
  copied: { id: string };
  finish: { id: string };
  settle: { id: string };
  endpointSeen: { endpoint: string };
  discover: { origin: string };
}

/** What a message is answered with; nothing unless it stands here. */
interface Answers {
  discover: Problem | null;
}

type MessageName = keyof Messages;
type Sender = 'extension' | 'portal-page';

const FIELDS: { [N in MessageName]: (keyof Messages[N])[] } = {
  connect: ['origin', 'label'],
  generate: ['id', 'origin', 'name'],
  copied: ['id'],
  finish: ['id'],
  settle: ['id'],
  endpointSeen: ['endpoint'],
  discover: ['origin'],
};

/** A portal's page can be made to say anything, so the one thing it may do is to name an endpoint. */
const SENDERS: Record<MessageName, Sender> = {
  connect: 'extension',
  generate: 'extension',
  copied: 'extension',
  finish: 'extension',
  settle: 'extension',
  endpointSeen: 'portal-page',
  discover: 'extension',
};

/** Sends a message to the background; resolves when it was dealt with. */
export function send<N extends MessageName>(name: N, payload: Messages[N]): Promise<Answer<N>> {
  return browser.runtime.sendMessage({ name, payload }) as Promise<Answer<N>>;
}

// biome-ignore lint/suspicious/noConfusingVoidType: what a handler that answers nothing returns
type Answer<N extends MessageName> = N extends keyof Answers ? Answers[N] : void;

type Handlers = {
  [N in MessageName]: (payload: Messages[N], senderOrigin: string) => Promise<Answer<N>>;
};

/** Answers messages in the background; what comes from the wrong sender or in the wrong shape is ignored. */
export function answerMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, { id, url = '' }) => {
    if (id !== browser.runtime.id || !isMessage(message)) return undefined;
    const sender = url.startsWith(browser.runtime.getURL('')) ? 'extension' : 'portal-page';
    if (SENDERS[message.name] !== sender) return undefined;
    return dispatch(handlers, message, URL.canParse(url) ? new URL(url).origin : '');
  });
}

function dispatch<N extends MessageName>(
  handlers: Handlers,
  { name, payload }: { name: N; payload: Messages[N] },
  origin: string,
): Promise<Answer<N>> {
  return handlers[name](payload, origin);
}

type Message = { [N in MessageName]: { name: N; payload: Messages[N] } }[MessageName];

function isMessage(message: unknown): message is Message {
  if (!isRecord(message) || !isRecord(message.payload)) return false;
  const { name, payload } = message;
  if (typeof name !== 'string' || !Object.hasOwn(FIELDS, name)) return false;
  const fields: string[] = FIELDS[name as MessageName];
  return (
    fields.length === Object.keys(payload).length &&
    fields.every((field) => typeof payload[field] === 'string')
  );
}
