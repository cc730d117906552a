// @vitest-environment node
import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClient } from '../../../utils/portal/client';
import { problemOf } from '../../../utils/portal/errors';
import { findKeys } from '../../../utils/portal/find-routes';
import { createHttp } from '../../../utils/portal/http';
import { runs } from '../../thorough';
import { serve } from './serve';
import { cluesOf } from './session';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** whether the connection drops before the end of the body */
  cut: boolean;
}

const plain = (status: number, text = ''): Answer => ({
  status,
  headers: {},
  body: Buffer.from(text),
  cut: false,
});

/** A redirect to the path of the keys, which first answers with a page and later with keys. */
const REDIRECT_BEFORE_KEYS: Answer[] = [
  { ...plain(302), headers: { location: '/rest/api_keys' } },
  plain(200, '<html>'),
  plain(404),
  plain(404),
  plain(200, '[{"id":"1","name":"x"}]'),
  plain(200, '[{"id":"1","name":"x"}]'),
];

/** A redirect to the keys. */
const REDIRECT_TO_KEYS: Answer[] = [
  { ...plain(302), headers: { location: '/rest/api_keys' } },
  plain(200, '[{"id":"1","name":"x"}]'),
];

/** The paths the portal's page requested. */
const SEEN = ['/rest/things', '/app/credentials/list'];

const deep = fc
  .integer({ min: 1, max: 20_000 })
  .map((depth) => `{"data":${'['.repeat(depth)}${']'.repeat(depth)}}`);
const long = fc
  .integer({ min: 1, max: 200_000 })
  .map((length) => `[{"id":"${'x'.repeat(length)}","name":7}]`);
const fields = fc.constantFrom('id', 'uuid', 'name', 'label', '__proto__', 'constructor', 'errors');
const strange = fc.dictionary(fields, fc.jsonValue({ maxDepth: 1 }), { noNullPrototype: false });
const keys = fc.record({ id: fc.oneof(fc.uuid(), fc.nat()), name: fc.string(), lastIp: fc.ipV4() });
const entries = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(strange, fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 }),
  },
  { weight: 2, arbitrary: fc.array(keys, { maxLength: 3 }) },
);
const json = fc
  .oneof(
    entries,
    fc.record({ data: entries, metadata: fc.jsonValue({ maxDepth: 1 }) }),
    fc.record({ items: entries, total: fc.double() }),
    fc.record({ paths: fc.dictionary(fc.webPath(), strange) }),
    fc.record({ errors: entries }),
    fc.jsonValue(),
  )
  .map((value) => JSON.stringify(value));
const text = fc.oneof(
  { weight: 10, arbitrary: json },
  { weight: 1, arbitrary: json.map((whole) => whole.slice(0, whole.length / 2)) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: fc.constantFrom('', '<html><input type="password">', '<!doctype html>') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const body = fc.oneof(
  { weight: 9, arbitrary: text.map((written) => Buffer.from(written)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
);
const header = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const headers = fc
  .record({
    'content-type': header('application/json', 'text/html', 'application/octet-stream', 'x'),
    location: header('/rest/api_keys', '/', 'http://127.0.0.1:1/'),
    'retry-after': header('0', '-1', 'soon', '99999999999', 'Wed, 21 Oct 2015 07:28:00 GMT'),
    'set-cookie': header('a=b', '=; ='),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
const status = fc.oneof(
  { weight: 12, arbitrary: fc.constant(200) },
  { weight: 4, arbitrary: fc.constantFrom(204, 400, 403, 404, 410) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) },
);
const answer: fc.Arbitrary<Answer> = fc.record({
  status,
  headers: headers as fc.Arbitrary<Record<string, string>>,
  body,
  cut: fc.oneof({ weight: 60, arbitrary: fc.constant(false) }, fc.constant(true)),
});

function send(response: ServerResponse, { status, headers, body, cut }: Answer): void {
  if (!cut) return void response.writeHead(status, headers).end(body);
  response.writeHead(status, { ...headers, 'content-length': body.length + 10 });
  response.write(body, () => response.destroy());
}

const RUNS = runs(400);

/** Returns `undefined` for anything but JSON. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Whether an answer has a list of entries that all have an id and a name, checked as simply as possible. */
function readsAsKeys({ status, body }: Answer): boolean {
  if (status < 200 || status > 299) return false;
  const parsed = parse(body);
  const isList = (value: unknown) =>
    Array.isArray(value) &&
    value.every((entry: unknown) => {
      const written = Object.keys(Object(entry)).map((name) => name.toLowerCase());
      return written.some((name) => /id$/.test(name)) && written.some((n) => /name|label/.test(n));
    });
  const around = Object.values(Object(parsed));
  return [parsed, ...around, ...around.flatMap((value) => Object.values(Object(value)))].some(
    isList,
  );
}

test('sends a change only to a path that answered with keys, whatever else it answers', async () => {
  let answers: Answer[] = [];
  let received: { method: string; path: string; answer: Answer | undefined }[] = [];
  let total = 0;
  const origin = await serve(({ method = '', url = '' }, response) => {
    const answer = answers[received.length % answers.length] as Answer;
    total += 1;
    received.push({ method, path: url.split('?')[0] ?? '', answer });
    if (method === 'GET') send(response, answer);
    else response.writeHead(500).end();
  });

  const outcomes = { changed: 0, unchanged: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 12 }), async (given) => {
      answers = given;
      received = [];
      const http = createHttp(origin);
      const client = createClient(http, {
        confirmed: false,
        find: async () => (await findKeys(http, cluesOf(origin, SEEN))).routes,
        remember: () => {},
      });
      await client.generate('x').catch(problemOf);
      const changes = received.filter(({ method }) => method !== 'GET');
      outcomes[changes.length > 0 ? 'changed' : 'unchanged'] += 1;
      expect(changes.length).toBeLessThanOrEqual(1);
      for (const { method, path } of changes) {
        expect(method).toBe('POST');
        const read = received.flatMap((each) => (each.method === 'GET' && each.answer ? each : []));
        const there = read.filter((each) => each.path === path);
        const redirects = there.map((each) => each.answer?.headers.location);
        const lists = [...there, ...read.filter((each) => redirects.includes(each.path))];
        expect(lists.some((each) => each.answer && readsAsKeys(each.answer))).toBe(true);
      }
    }),
    { numRuns: RUNS, endOnFailure: true, examples: [[REDIRECT_BEFORE_KEYS], [REDIRECT_TO_KEYS]] },
  );
  // If either never happened, this test would prove nothing.
  expect(Math.min(outcomes.changed, outcomes.unchanged)).toBeGreaterThan(0);
  expect(total).toBeGreaterThan(5 * RUNS);
}, 60_000);
