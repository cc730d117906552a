// @vitest-environment node
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerMessages } from '../../../utils/background/answer-messages';
import { MESSAGES, type MessageName, type Payload, send } from '../../../utils/messages';
import { runs } from '../../thorough';

const PAYLOADS: { [N in MessageName]: Payload<N> } = {
  connect: { origin: 'https://portal.example.com', label: 'Portal', apiOrigin: '' },
  generate: { id: '1', origin: 'https://portal.example.com', store: '', name: 'deploy' },
  copied: { id: '1' },
  copiedOther: {},
  clearClipboard: {},
  copiedOnPage: { what: 'other' },
  finish: { id: '1' },
  recheck: { id: '1' },
  checkSession: { origin: 'https://portal.example.com', store: '' },
  discover: { origin: 'https://portal.example.com', store: '' },
  endpointSeen: { endpoint: 'https://portal.example.com/api/v2' },
  requestsSeen: { addresses: ['/rest/keys'] },
  keep: { value: 'AAECAwQFBgcICQoLDA0ODw==', name: 'deploy' },
};
const NAMES = Object.keys(MESSAGES) as MessageName[];
/** A page that connects, generates or reads would be a page that holds the person's keys. */
const FROM_PAGES: MessageName[] = ['copiedOnPage', 'endpointSeen', 'requestsSeen', 'keep'];
const FROM_EXTENSION = NAMES.filter((name) => !FROM_PAGES.includes(name));

const ID = fakeBrowser.runtime.id;
const POPUP = { id: ID, url: `chrome-extension://${ID}/popup.html` };
const ROOT = fakeBrowser.runtime.getURL('');
const PAGE = { id: ID, url: 'https://portal.example.com/#/profile', frameId: 0 };
const senderOf = (name: MessageName) => (FROM_PAGES.includes(name) ? PAGE : POPUP);

const heard = vi.fn<(name: string, payload: unknown, sender: unknown) => void>();
beforeEach(() => {
  fakeBrowser.reset();
  heard.mockReset();
  const handlers = NAMES.map((name) => [
    name,
    async (payload: unknown, sender: unknown) => {
      heard(name, payload, sender);
      return null;
    },
  ]);
  answerMessages(Object.fromEntries(handlers));
});

/** Delivers a message; gives what the sender would be answered. */
async function deliver(message: unknown, sender: object): Promise<unknown> {
  const answers = await fakeBrowser.runtime.onMessage.trigger(message, sender, () => {});
  return answers[0];
}

test.each(NAMES)('%s is heard from where it may come from', async (name) => {
  const payload = PAYLOADS[name];
  expect(await deliver({ name, payload }, senderOf(name))).toBeNull();
  const { origin } = new URL(senderOf(name).url);
  expect(heard.mock.calls).toEqual([[name, payload, { origin, store: '' }]]);
});

test('what one side sends is what the other hears', async () => {
  const listener = vi.fn();
  fakeBrowser.runtime.onMessage.addListener(listener);
  await send('copied', { id: '1' });
  expect(listener.mock.calls[0]?.[0]).toEqual({ name: 'copied', payload: { id: '1' } });
});

describe.each(FROM_EXTENSION)('%s', (name) => {
  test.each([
    ['a portal’s page', PAGE],
    ['a content script that hides its page', { id: ID }],
    ['a page with an empty address', { id: ID, url: '' }],
    [
      'a page that looks like the extension',
      { id: ID, url: `https://x/?chrome-extension://${ID}/` },
    ],
    ['a host that begins like the extension', { id: ID, url: `chrome-extension://${ID}.example/` }],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['another extension that names our page', { id: 'other', url: POPUP.url }],
    ['nobody', {}],
    ['a page of nobody', { url: POPUP.url }],
  ])('is not heard from %s', async (_, sender) => {
    expect(await deliver({ name, payload: PAYLOADS[name] }, sender)).toBeUndefined();
    expect(heard).not.toHaveBeenCalled();
  });
});

test.each(FROM_PAGES)(
  '%s is heard from the page itself alone, not from its frames',
  async (name) => {
    const { frameId: _, ...unknown } = PAGE;
    for (const sender of [{ ...PAGE, frameId: 7 }, unknown]) {
      expect(await deliver({ name, payload: PAYLOADS[name] }, sender)).toBeUndefined();
    }
    expect(heard).not.toHaveBeenCalled();
  },
);

test.each([
  ['', { id: 7, incognito: false }],
  ['', { id: 7, incognito: false, cookieStoreId: 'firefox-default' }],
  ['private', { id: 7, incognito: true }],
  ['private', { id: 7, incognito: true, cookieStoreId: 'firefox-private' }],
  ['firefox-container-1', { id: 7, incognito: false, cookieStoreId: 'firefox-container-1' }],
])('a page’s cookie store is %j when its tab is %j', async (session, tab) => {
  await deliver({ name: 'keep', payload: PAYLOADS.keep }, { ...PAGE, tab });
  expect(heard.mock.calls[0]?.[2]).toEqual({
    origin: 'https://portal.example.com',
    store: session,
  });
});

test.each(FROM_PAGES)('%s is not heard from the extension or another one', async (name) => {
  for (const sender of [POPUP, { id: 'other', url: PAGE.url }, {}]) {
    await deliver({ name, payload: PAYLOADS[name] }, sender);
  }
  expect(heard).not.toHaveBeenCalled();
});

test.each([
  undefined,
  null,
  '',
  'copied',
  7,
  [],
  {},
  { name: 'copied' },
  { name: 'copied', payload: null },
  { name: 'copied', payload: 'id' },
  { name: 'copied', payload: ['1'] },
  { name: 'copied', payload: {} },
  { name: 'copied', payload: { id: 1 } },
  { name: 'copied', payload: { id: null } },
  { name: 'copied', payload: { id: ['1'] } },
  { name: 'copied', payload: { ID: '1' } },
  { name: 'copied', payload: { id: '1', name: 'x' } },
  { name: ['copied'], payload: { id: '1' } },
  { name: 'copied ', payload: { id: '1' } },
  { name: 'revoke', payload: { id: '1' } },
  { name: '__proto__', payload: {} },
  { name: 'constructor', payload: {} },
  { name: 'toString', payload: {} },
  { name: 'hasOwnProperty', payload: {} },
  JSON.parse('{"name":"copied","payload":{"__proto__":"1"}}'),
  JSON.parse('{"name":"copied","payload":{"id":"1","__proto__":{}}}'),
  JSON.parse('{"__proto__":{"name":"copied","payload":{"id":"1"}}}'),
])('%j is no message', async (message) => {
  expect(await deliver(message, POPUP)).toBeUndefined();
  expect(heard).not.toHaveBeenCalled();
});

test.each(['/rest/keys', null, {}, [7], ['/rest/keys', null], { 0: '/rest/keys', length: 1 }])(
  'the addresses that a page asked for are a list of texts, not %j',
  async (addresses) => {
    await deliver({ name: 'requestsSeen', payload: { addresses } }, PAGE);
    expect(heard).not.toHaveBeenCalled();
  },
);

describe('no message is heard', () => {
  const other = fc.anything().filter((value) => typeof value !== 'string' && !Array.isArray(value));
  const spoiled = fc.constantFrom(...NAMES).chain((name) => {
    const payload: Record<string, unknown> = { ...PAYLOADS[name] };
    const fields = Object.keys(payload);
    const more = fc
      .tuple(fc.string(), fc.string())
      .filter(([key]) => !(key in payload))
      .map(([key, value]) => ({ ...payload, ...Object.fromEntries([[key, value]]) }));
    const toMessage = (spoilt: unknown) => ({ name, payload: spoilt });
    // What carries nothing can be spoilt by more alone.
    if (fields.length === 0) return more.map(toMessage);
    const field = fc.constantFrom(...fields);
    const without = (gone: string) =>
      Object.fromEntries(Object.entries(payload).filter(([key]) => key !== gone));
    const spoiledPayload = fc.oneof(
      field.map(without),
      fc.tuple(field, other).map(([key, value]) => ({ ...payload, [key]: value })),
      more,
      field.map((key) => ({ ...without(key), [`${key}s`]: payload[key] })),
    );
    return spoiledPayload.map(toMessage);
  });

  test('when its shape is not exactly right', async () => {
    await fc.assert(
      fc.asyncProperty(spoiled, async (message) => {
        await deliver(message, senderOf(message.name));
        expect(heard).not.toHaveBeenCalled();
      }),
      { numRuns: runs(500) },
    );
  });

  test('when its sender is anybody else', async () => {
    const url = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string().map((text) => text + POPUP.url),
      fc
        .constantFrom(
          'chrome-extension://',
          'CHROME-EXTENSION://',
          'moz-extension://',
          ' ',
          'blob:',
        )
        .chain((scheme) => fc.string().map((text) => `${scheme}${text}${ID}/popup.html`)),
    );
    const sender = fc.oneof(
      fc.record({ id: fc.constant(ID), url: url.filter((each) => !each.startsWith(ROOT)) }),
      fc.record({ id: fc.string().filter((id) => id !== ID), url: fc.constant(POPUP.url) }),
    );
    const name = fc.constantFrom(...FROM_EXTENSION);
    await fc.assert(
      fc.asyncProperty(name, sender, async (from, each) => {
        expect(await deliver({ name: from, payload: PAYLOADS[from] }, each)).toBeUndefined();
        expect(heard).not.toHaveBeenCalled();
      }),
      { numRuns: runs(500) },
    );
  });

  test('when it is anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.constantFrom(POPUP, PAGE), async (message, sender) => {
        expect(await deliver(message, sender)).toBeUndefined();
        expect(heard).not.toHaveBeenCalled();
      }),
      { numRuns: runs(500) },
    );
  });
});
