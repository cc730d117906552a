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
/** A page that could connect, generate or read would hold the user's keys. */
const FROM_PAGES: MessageName[] = ['copiedOnPage', 'endpointSeen', 'requestsSeen', 'keep'];
const FROM_EXTENSION = NAMES.filter((name) => !FROM_PAGES.includes(name));

const ID = fakeBrowser.runtime.id;
const POPUP = { id: ID, url: `chrome-extension://${ID}/popup.html` };
const ROOT = fakeBrowser.runtime.getURL('');
const PAGE = { id: ID, url: 'https://portal.example.com/#/profile', frameId: 0 };
const senderOf = (name: MessageName) => (FROM_PAGES.includes(name) ? PAGE : POPUP);

const handled = vi.fn<(name: string, payload: unknown, sender: unknown) => void>();
beforeEach(() => {
  fakeBrowser.reset();
  handled.mockReset();
  const handlers = NAMES.map((name) => [
    name,
    async (payload: unknown, sender: unknown) => {
      handled(name, payload, sender);
      return null;
    },
  ]);
  answerMessages(Object.fromEntries(handlers));
});

/** Delivers a message and returns the answer its sender would get. */
async function deliver(message: unknown, sender: object): Promise<unknown> {
  const answers = await fakeBrowser.runtime.onMessage.trigger(message, sender, () => {});
  return answers[0];
}

test.each(NAMES)('accepts %s from its own kind of sender', async (name) => {
  const payload = PAYLOADS[name];
  expect(await deliver({ name, payload }, senderOf(name))).toBeNull();
  const { origin } = new URL(senderOf(name).url);
  expect(handled.mock.calls).toEqual([[name, payload, { origin, store: '' }]]);
});

test('a sent message arrives as it was sent', async () => {
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
    ['a host that starts like the extension', { id: ID, url: `chrome-extension://${ID}.example/` }],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['another extension that claims our page', { id: 'other', url: POPUP.url }],
    ['no sender', {}],
    ['our page without an extension id', { url: POPUP.url }],
  ])('is ignored from %s', async (_, sender) => {
    expect(await deliver({ name, payload: PAYLOADS[name] }, sender)).toBeUndefined();
    expect(handled).not.toHaveBeenCalled();
  });
});

test.each(FROM_PAGES)('accepts %s from the page itself only, not from its frames', async (name) => {
  const { frameId: _, ...unknown } = PAGE;
  for (const sender of [{ ...PAGE, frameId: 7 }, unknown]) {
    expect(await deliver({ name, payload: PAYLOADS[name] }, sender)).toBeUndefined();
  }
  expect(handled).not.toHaveBeenCalled();
});

test.each([
  ['', { id: 7, incognito: false }],
  ['', { id: 7, incognito: false, cookieStoreId: 'firefox-default' }],
  ['private', { id: 7, incognito: true }],
  ['private', { id: 7, incognito: true, cookieStoreId: 'firefox-private' }],
  ['firefox-container-1', { id: 7, incognito: false, cookieStoreId: 'firefox-container-1' }],
])('the cookie store is %j for a page in the tab %j', async (session, tab) => {
  await deliver({ name: 'keep', payload: PAYLOADS.keep }, { ...PAGE, tab });
  expect(handled.mock.calls[0]?.[2]).toEqual({
    origin: 'https://portal.example.com',
    store: session,
  });
});

test.each(FROM_PAGES)('ignores %s from the extension itself and from others', async (name) => {
  for (const sender of [POPUP, { id: 'other', url: PAGE.url }, {}]) {
    await deliver({ name, payload: PAYLOADS[name] }, sender);
  }
  expect(handled).not.toHaveBeenCalled();
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
])('%j is not a message', async (message) => {
  expect(await deliver(message, POPUP)).toBeUndefined();
  expect(handled).not.toHaveBeenCalled();
});

test.each(['/rest/keys', null, {}, [7], ['/rest/keys', null], { 0: '/rest/keys', length: 1 }])(
  'accepts only a list of strings as addresses, not %j',
  async (addresses) => {
    await deliver({ name: 'requestsSeen', payload: { addresses } }, PAGE);
    expect(handled).not.toHaveBeenCalled();
  },
);

describe('ignores every message', () => {
  const other = fc.anything().filter((value) => typeof value !== 'string' && !Array.isArray(value));
  const malformed = fc.constantFrom(...NAMES).chain((name) => {
    const payload: Record<string, unknown> = { ...PAYLOADS[name] };
    const fields = Object.keys(payload);
    const withExtra = fc
      .tuple(fc.string(), fc.string())
      .filter(([key]) => !(key in payload))
      .map(([key, value]) => ({ ...payload, ...Object.fromEntries([[key, value]]) }));
    const toMessage = (changed: unknown) => ({ name, payload: changed });
    // A message without fields can only be given extra ones.
    if (fields.length === 0) return withExtra.map(toMessage);
    const field = fc.constantFrom(...fields);
    const without = (removed: string) =>
      Object.fromEntries(Object.entries(payload).filter(([key]) => key !== removed));
    const malformedPayload = fc.oneof(
      field.map(without),
      fc.tuple(field, other).map(([key, value]) => ({ ...payload, [key]: value })),
      withExtra,
      field.map((key) => ({ ...without(key), [`${key}s`]: payload[key] })),
    );
    return malformedPayload.map(toMessage);
  });

  test('whose shape is not exactly right', async () => {
    await fc.assert(
      fc.asyncProperty(malformed, async (message) => {
        await deliver(message, senderOf(message.name));
        expect(handled).not.toHaveBeenCalled();
      }),
      { numRuns: runs(500) },
    );
  });

  test('from any other sender', async () => {
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
        expect(handled).not.toHaveBeenCalled();
      }),
      { numRuns: runs(500) },
    );
  });

  test('that is anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.constantFrom(POPUP, PAGE), async (message, sender) => {
        expect(await deliver(message, sender)).toBeUndefined();
        expect(handled).not.toHaveBeenCalled();
      }),
      { numRuns: runs(500) },
    );
  });
});
