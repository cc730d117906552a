// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PortalError, problemOf } from '../../../utils/portal/errors';
import { readAnswer } from '../../../utils/portal/response';

const ORIGIN = 'https://portal.example.com';
const NOW = Date.parse('2026-03-01T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const read = (text: string, init: ResponseInit = {}) =>
  readAnswer(new Response(text, init), text, ORIGIN, false);

function problem(text: string, init: ResponseInit = {}) {
  try {
    read(text, init);
  } catch (thrown) {
    return problemOf(thrown);
  }
  return undefined;
}

test.each([
  ['', null],
  [' \n', null],
  ['null', null],
  ['[1]', [1]],
  [' {"a":"b"} ', { a: 'b' }],
])('%j reads as %j', (text, value) => {
  expect(read(text)).toEqual(value);
});

test.each(['{"data":[', 'Service unavailable', 'undefined'])(
  'rejects %j without quoting it',
  (text) => {
    expect(problem(text)).toEqual({ kind: 'unrecognised' });
  },
);

test.each([
  '{"data":[]}',
  '[]',
  '',
  '{"errors":[]}',
  '{"data":[{"name":"\\"errors\\""}]}',
  '{"data":[],"errors":null}',
  '{"data":[{"name":"<b>"}]}',
])('accepts %j', (text) => {
  expect(problem(text)).toBeUndefined();
});

test.each([
  ['7', 7],
  ['0', undefined],
  ['-3', undefined],
  ['soon', undefined],
  ['', undefined],
  ['Sun, 01 Mar 2026 12:00:30 GMT', 30],
  ['Sun, 01 Mar 2026 12:02:00 GMT', 120],
  ['Sun, 01 Mar 2026 11:59:00 GMT', undefined],
])('Retry-After %j means %s seconds', (header, seconds) => {
  const reported = problem('', { status: 429, headers: { 'retry-after': header } });
  expect(reported).toEqual({
    kind: 'rate-limited',
    status: 429,
    ...(seconds ? { retryAfter: seconds } : {}),
  });
});

test.each([
  ['{"errors":[{"code":1,"message":"One."},{"errorCode":2,"message":"Two."}]}', 'One. Two.'],
  ['{"errors":["Plain."]}', 'Plain.'],
  ['{"errors":[{"message":"<b>not markup</b>"}]}', '<b>not markup</b>'],
  ['{"errors":[{"message":"No."},{"code":3}]}', 'No.'],
  ['{"errors":[{"code":3}]}', ''],
])('the portal’s own message in %s is %j, also with status 200', (text, detail) => {
  for (const status of [200, 422]) {
    expect(problem(text, { status })).toEqual({ kind: 'rejected', status, detail });
  }
});

test.each(['', '<html>"errors"</html>', '{"errors":"no list"}', '{"errors":[', '["errors"]'])(
  'makes up no message from %j',
  (text) => {
    expect(problem(text, { status: 400 })?.detail).toBeUndefined();
  },
);

test.each([
  ['<input type="password">', 'signed-out'],
  ["  <INPUT TYPE='password'>", 'signed-out'],
  ['<input type=password>', 'signed-out'],
  ['<!doctype html><h1>Back soon</h1>', 'unrecognised'],
])('the page %j means %s', (text, kind) => {
  expect(problem(text)).toEqual({ kind, status: 200 });
});

test('truncates a long message from the portal', () => {
  const error = new PortalError({ kind: 'rejected', detail: 'x'.repeat(10_000) });
  expect(error.problem.detail).toHaveLength(300);
  expect(error.message).toBe('rejected');
});
