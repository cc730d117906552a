// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect } from '../../../utils/background/connect';
import { updateRequestRules } from '../../../utils/background/request-rules';
import { portals } from '../../../utils/stored/portals';
import { grant } from '../browser/granted';
import { keepSessionRules } from './session-rules';

const ONE = { origin: 'https://one.example.com' };
const TWO = { origin: 'http://127.0.0.1:8800' };

let rules: ReturnType<typeof keepSessionRules>;
beforeEach(() => {
  fakeBrowser.reset();
  rules = keepSessionRules();
});

test("requests carry the portal's origin and reuse no connection", async () => {
  await updateRequestRules([ONE, TWO]);
  expect(rules.map(({ condition }) => condition.urlFilter)).toEqual([
    '|https://one.example.com/',
    '|http://127.0.0.1:8800/',
  ]);
  expect(rules[1]?.action.requestHeaders).toEqual([
    { header: 'origin', operation: 'set', value: 'http://127.0.0.1:8800' },
    { header: 'connection', operation: 'set', value: 'close' },
  ]);
});

test("the portal page's own requests are untouched", async () => {
  await updateRequestRules([ONE]);
  const self = new URL(fakeBrowser.runtime.getURL('')).host;
  expect(rules[0]?.condition.initiatorDomains).toEqual([self]);
});

test("requests to an API on another host carry the portal's origin too", async () => {
  await updateRequestRules([{ ...ONE, apiOrigin: 'https://api.example.com' }]);
  expect(rules.map(({ condition }) => condition.urlFilter)).toEqual([
    '|https://one.example.com/',
    '|https://api.example.com/',
  ]);
  expect(rules[1]?.action.requestHeaders).toContainEqual({
    header: 'origin',
    operation: 'set',
    value: ONE.origin,
  });
});

test('rules are replaced, even by two changes at the same time', async () => {
  await Promise.all([updateRequestRules([ONE]), updateRequestRules([ONE, TWO])]);
  expect(rules).toHaveLength(2);
  await updateRequestRules([]);
  expect(rules).toEqual([]);
});

test('the rules apply before the first request to a portal', async () => {
  grant(`${ONE.origin}/*`);
  const ruleCounts: number[] = [];
  portals.watch(() => ruleCounts.push(rules.length));
  await connect({ ...ONE, label: 'One', apiOrigin: '' });
  expect(ruleCounts).toEqual([1]);
});
