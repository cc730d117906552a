import { browser } from 'wxt/browser';
import { ownTab } from '../browser/tabs';
import type { Answer, MessageName, Messages } from '../messages';
import { isRecord } from '../record';
import type { PortalSession } from '../transport/portal-client';

type Sender = 'extension' | 'portal-page';

/** The fields of each message. A text is a text; `addresses` is a list of them. */
const FIELDS: { [N in MessageName]: (keyof Messages[N])[] } = {
  connect: ['origin', 'label', 'apiOrigin'],
  generate: ['id', 'origin', 'name', 'tab'],
  copied: ['id'],
  copiedOther: [],
  clearClipboard: [],
  finish: ['id'],
  settle: ['id'],
  checkSession: ['origin', 'tab'],
  copiedOnPage: ['what'],
  endpointSeen: ['endpoint'],
  requestsSeen: ['addresses'],
  discover: ['origin', 'tab'],
  keep: ['value', 'name'],
};

/**
 * A portal's page can be made to say anything, so all it may do is to name addresses, to hand a value over,
 * and to say that something was copied there, by which the clipboard is emptied or left alone.
 */
const SENDERS: Record<MessageName, Sender> = {
  connect: 'extension',
  generate: 'extension',
  copied: 'extension',
  copiedOther: 'extension',
  clearClipboard: 'extension',
  finish: 'extension',
  settle: 'extension',
  checkSession: 'extension',
  copiedOnPage: 'portal-page',
  endpointSeen: 'portal-page',
  requestsSeen: 'portal-page',
  discover: 'extension',
  keep: 'portal-page',
};

type Handlers = {
  [N in MessageName]: (payload: Messages[N], sender: PortalSession) => Promise<Answer<N>>;
};

/** Answers messages in the background; what comes from the wrong sender or in the wrong shape is ignored. */
export function answerMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, { id, url = '', tab, frameId }) => {
    if (id !== browser.runtime.id || !isMessage(message)) return undefined;
    const sender = url.startsWith(browser.runtime.getURL('')) ? 'extension' : 'portal-page';
    if (SENDERS[message.name] !== sender) return undefined;
    // Nothing of the extension runs in frames of a page, so nothing has to be heard from there.
    if (sender === 'portal-page' && frameId !== 0) return undefined;
    const origin = URL.canParse(url) ? new URL(url).origin : '';
    return dispatch(handlers, message, { origin, tab: tab ? ownTab(tab) : '' });
  });
}

function dispatch<N extends MessageName>(
  handlers: Handlers,
  { name, payload }: { name: N; payload: Messages[N] },
  sender: PortalSession,
): Promise<Answer<N>> {
  return handlers[name](payload, sender);
}

type Message = { [N in MessageName]: { name: N; payload: Messages[N] } }[MessageName];

function isMessage(message: unknown): message is Message {
  if (!isRecord(message) || !isRecord(message.payload)) return false;
  const { name, payload } = message;
  if (typeof name !== 'string' || !Object.hasOwn(FIELDS, name)) return false;
  const fields: string[] = FIELDS[name as MessageName];
  return (
    fields.length === Object.keys(payload).length &&
    fields.every((field) =>
      field === 'addresses' ? isTexts(payload.addresses) : typeof payload[field] === 'string',
    )
  );
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
