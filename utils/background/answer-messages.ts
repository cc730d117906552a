import { browser } from 'wxt/browser';
import { cookieStoreOf } from '../browser/tabs';
import { type Answer, MESSAGES, type MessageName, type Payload } from '../messages';
import type { PortalSession } from '../portal/session';
import { isRecord } from '../record';
import { isListOf } from '../stored/valid';

/** The handler of each message. `sender` is the session of the page that sent it. */
export type Handlers = {
  [N in MessageName]: (payload: Payload<N>, sender: PortalSession) => Promise<Answer<N>>;
};

/**
 * Starts answering messages. A message from the wrong sender or with the wrong fields is ignored.
 * @param handlers what to do for each message; what they resolve with is the answer
 */
export function answerMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, { id, url = '', tab, frameId }) => {
    if (id !== browser.runtime.id || !isMessage(message)) return undefined;
    const from = url.startsWith(browser.runtime.getURL('')) ? 'extension' : 'portal-page';
    if (MESSAGES[message.name].from !== from) return undefined;
    // The content script does not run in frames.
    if (from === 'portal-page' && frameId !== 0) return undefined;
    const origin = URL.canParse(url) ? new URL(url).origin : '';
    return dispatch(handlers, message, { origin, store: tab ? cookieStoreOf(tab) : '' });
  });
}

function dispatch<N extends MessageName>(
  handlers: Handlers,
  { name, payload }: { name: N; payload: Payload<N> },
  sender: PortalSession,
): Promise<Answer<N>> {
  return handlers[name](payload, sender);
}

type Message = { [N in MessageName]: { name: N; payload: Payload<N> } }[MessageName];

function isMessage(message: unknown): message is Message {
  if (!isRecord(message) || !isRecord(message.payload)) return false;
  const { name, payload } = message;
  if (typeof name !== 'string' || !Object.hasOwn(MESSAGES, name)) return false;
  const fields = Object.entries(MESSAGES[name as MessageName].fields);
  return (
    fields.length === Object.keys(payload).length &&
    fields.every(([field, type]) => Object.hasOwn(payload, field) && isValue(payload[field], type))
  );
}

function isValue(value: unknown, type: 'text' | 'texts' | readonly string[]): boolean {
  if (type === 'text') return typeof value === 'string';
  if (type === 'texts') return isTexts(value);
  return typeof value === 'string' && type.includes(value);
}

const isTexts = isListOf((each) => typeof each === 'string');
