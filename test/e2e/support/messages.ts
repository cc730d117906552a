import fc from 'fast-check';

/** The most that an attacker can know: the portal's origin, and the id of the waiting key. */
export interface Facts {
  origin: string;
  waiting: string;
}

/** The senders: a content script may report addresses, and pages of the extension may send the rest. */
export type From = 'content script' | 'extension page';

type Payload = Record<string, unknown>;

const NEW_KEY = 'planted by a message';

/** Every message that the background knows, in its exact shape and as harmful as possible. */
function messages({ origin, waiting }: Facts): Record<string, Payload> {
  return {
    connect: { origin: 'http://localhost:1', label: NEW_KEY, apiOrigin: '' },
    generate: { id: 'a click', origin, name: NEW_KEY, tab: '' },
    copied: { id: waiting },
    finish: { id: waiting },
    settle: { id: waiting },
    discover: { origin, tab: '' },
    endpointSeen: { endpoint: `${origin}/api/v9` },
    requestsSeen: { addresses: ['/rest/seen', `${origin}/rest/seen/too`] },
  };
}
const FROM_PAGES = ['endpointSeen', 'requestsSeen'];

/** Messages that other versions understood, or that an attacker might guess. */
const GUESSES = [
  { relay: { method: 'GET', path: '/rest/api_keys', body: null } },
  { relay: { method: 'DELETE', path: '/rest/api_keys/1', body: null } },
  { inspect: true },
  ...['list', 'revoke', 'rename', 'read', 'getKeys', 'handoffs'].map((name) => ({
    name,
    payload: { id: '1', name: NEW_KEY },
  })),
];

const HOSTILE = [
  'javascript:alert(1)',
  'http://user:secret@127.0.0.1/api',
  'https://127.0.0.1/api?steal#it',
  'chrome-extension://x/popup.html',
  '//elsewhere.example/api',
  '/'.repeat(400),
  `https://127.0.0.1/${'x'.repeat(400)}`,
  '__proto__',
  '\u202E\u0000\n',
  '',
];

/**
 * Generates messages: every valid one, and others that are changed in many ways. The same seed always
 * yields the same messages.
 */
export function fuzzed(facts: Facts, count: number, seed: number): unknown[] {
  const all = Object.entries(messages(facts)).map(([name, payload]) => ({ name, payload }));
  const known = fc.constantFrom(...all);
  const hostile = fc.constantFrom(...HOSTILE);
  const value = fc.oneof(
    hostile,
    fc.jsonValue({ maxDepth: 2 }),
    fc.array(fc.oneof(hostile, fc.string()), { maxLength: 50 }),
  );
  const changed = fc
    .tuple(known, value, fc.string(), fc.nat({ max: 9 }))
    .map(([{ name, payload }, other, text, way]): unknown => {
      const [field = '', held] =
        Object.entries(payload)[text.length % Object.keys(payload).length] ?? [];
      const { [field]: _, ...without } = payload;
      const ways: unknown[] = [
        { name, payload: without },
        { name, payload: { ...payload, [field]: other } },
        { name, payload: { ...payload, [text]: other } },
        { name, payload: { ...without, [field.toUpperCase()]: held } },
        { name, payload: Object.entries(payload) },
        { name: `${name}${text}`, payload },
        { name: [name], payload },
        { name, payload: JSON.stringify(payload) },
        [{ name, payload }],
        JSON.stringify({ name, payload }),
      ];
      return ways[way];
    });
  const reported = fc.oneof(
    value.map((endpoint) => ({ name: 'endpointSeen', payload: { endpoint } })),
    fc
      .array(hostile, { maxLength: 60 })
      .map((addresses) => ({ name: 'requestsSeen', payload: { addresses } })),
  );
  const any = fc.oneof(
    { weight: 1, arbitrary: reported },
    { weight: 6, arbitrary: changed },
    { weight: 2, arbitrary: known },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...GUESSES) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  return [...all, ...fc.sample(any, { seed, numRuns: count - all.length })];
}

/** Whether the background may act on a message: its sender may send this kind, and its shape is exact. */
export function isAllowed(message: unknown, from: From, facts: Facts): boolean {
  const { name, payload } = Object(message) as { name?: unknown; payload?: unknown };
  const model =
    typeof name === 'string' ? Object.entries(messages(facts)).find(([n]) => n === name) : null;
  if (!model || FROM_PAGES.includes(model[0]) !== (from === 'content script')) return false;
  if (typeof payload !== 'object' || payload === null) return false;
  // A field of this name is lost in transit.
  const fields = Object.entries(payload as Payload).filter(([field]) => field !== '__proto__');
  return (
    fields.length === Object.keys(model[1]).length &&
    fields.every(([field, held]) => {
      const wanted = Object.hasOwn(model[1], field) ? model[1][field] : undefined;
      return Array.isArray(wanted)
        ? Array.isArray(held) && held.every((each) => typeof each === 'string')
        : typeof wanted === 'string' && typeof held === 'string';
    })
  );
}
