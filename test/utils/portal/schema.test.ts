// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { PortalError } from '../../../utils/portal/errors';
import { readGenerated, readListing } from '../../../utils/portal/schema';

const UNRECOGNISED = new PortalError({ kind: 'unrecognised' });
const UNKNOWN = new PortalError({ kind: 'unknown-outcome' });
const AT = Date.parse('2026-02-03T04:05:06Z');

const entry = {
  id: 'a1',
  name: 'deploy',
  lastIp: '10.0.0.1',
  lastActivity: '2026-02-03T04:05:06Z',
};
const key = { id: 'a1', name: 'deploy', lastIp: '10.0.0.1', lastActivity: AT };
const keysIn = (body: unknown) => readListing(body).keys;
const keyWith = (fields: object) => keysIn([{ ...entry, ...fields }])[0];

describe('a list of keys', () => {
  test.each<[string, unknown]>([
    ['bare', [entry]],
    ['under data', { data: [entry] }],
    ['under data, with a count beside it', { data: [entry], metadata: { recordCount: 1 } }],
    ['under data.items', { data: { items: [entry], total: 1 } }],
    ['under data.apiKeys', { data: { apiKeys: [entry] } }],
    ['under items', { items: [entry], page: 1 }],
    ['under any other name', { api_keys: [entry] }],
  ])('is read %s', (_, body) => {
    expect(keysIn(body)).toEqual([key]);
  });

  test.each([[[]], [{ data: [] }], [{ data: { items: [] } }], [{ items: [] }]])(
    'may be empty: %j',
    (body) => {
      expect(keysIn(body)).toEqual([]);
    },
  );

  test.each([
    [null],
    [undefined],
    [0],
    [''],
    ['[]'],
    [true],
    [{}],
    [{ data: null }],
    [{ data: {} }],
    [{ data: 'none' }],
    [{ data: { items: [], others: [] } }],
    [[1]],
    [[null]],
    [[[]]],
    [['deploy']],
    [[entry, {}]],
    [[{ id: 'a1' }]],
    [[{ name: 'deploy' }]],
    [[{ id: 'a1', name: null }]],
    [[{ id: '', name: 'deploy' }]],
    [[{ id: null, name: 'deploy' }]],
    [[{ id: {}, name: 'deploy' }]],
    // These ids cannot be one segment of a URL's path.
    [[{ id: '.', name: 'deploy' }]],
    [[{ id: '..', name: 'deploy' }]],
    [[{ id: '\ud800', name: 'deploy' }]],
  ])('%j is not recognised as one', (body) => {
    expect(() => keysIn(body)).toThrow(UNRECOGNISED);
  });
});

describe('the rest of a list', () => {
  test.each([
    [{ data: [entry], metadata: { recordCount: 45 } }, 45],
    [{ items: [entry], total_count: 45 }, 45],
    [{ data: { items: [entry], totalRecords: 45 } }, 45],
    [{ data: [entry], metadata: { recordCount: '45' }, total: 45 }, 45],
    [{ data: [entry] }, 0],
    [[entry], 0],
  ])('%j has the total %i', (body, total) => {
    expect(readListing(body).total).toBe(total);
  });

  test.each([
    [[{ id: 'a1', key_name: 'deploy' }], 'key_name'],
    [[{ id: 'a1', DisplayName: 'deploy' }], 'DisplayName'],
    [[], undefined],
  ])('%j spells the name %j', (body, nameField) => {
    expect(readListing(body).nameField).toBe(nameField);
  });

  test.each([
    [[{ ...entry, lastIp: null, lastActivity: null }], true],
    [[{ id: 'a1', name: 'deploy' }, entry], true],
    [[{ id: 'a1', name: 'deploy', lastIp: '10.0.0.1' }], false],
    [[{ id: 'a1', name: 'deploy', lastActivity: AT }], false],
    [[], false],
  ])('%j shows the last use: %s', (body, showsUse) => {
    expect(readListing(body).showsUse).toBe(showsUse);
  });
});

describe('a key', () => {
  test.each<[object]>([
    [{ id: 'a1', name: 'deploy', lastIp: '10.0.0.1', lastActivity: AT }],
    [{ id: 'a1', name: 'deploy', last_ip: '10.0.0.1', last_activity: AT }],
    [{ ID: 'a1', Name: 'deploy', LastIP: '10.0.0.1', LastActivity: AT }],
    [{ uuid: 'a1', displayName: 'deploy', lastIpAddress: '10.0.0.1', lastUsedAt: AT }],
    [{ uuid: 'a1', display_name: 'deploy', last_ip_address: '10.0.0.1', last_used_at: AT }],
    [{ key_id: 'a1', key_name: 'deploy', last_used_ip: '10.0.0.1', last_used: AT }],
    [{ apiKeyId: 'a1', apiKeyName: 'deploy', lastAccessIp: '10.0.0.1', lastAccessDate: AT }],
    [{ id: 'a1', label: 'deploy', ipAddress: '10.0.0.1', 'last-activity-date': AT }],
  ])('is read from %j', (spelled) => {
    expect(keysIn([spelled])).toEqual([key]);
  });

  test('has nothing else the portal sent', () => {
    expect(keysIn([{ ...entry, value: 'secret', apiKey: 'secret', owner: {} }])).toEqual([key]);
  });

  test.each([
    [7, '7'],
    [0, '0'],
    ['7', '7'],
    [' a1 ', 'a1'],
  ])('has the id %j as %j', (id, text) => {
    expect(keyWith({ id })?.id).toBe(text);
  });

  test.each(['', ' spaced ', '☃', '<b>', '-'])('keeps the name %j unchanged', (name) => {
    expect(keyWith({ name })?.name).toBe(name);
  });

  test.each([null, undefined, '', ' ', '-', 0, false, {}])('has no IP when it is %j', (lastIp) => {
    expect(keyWith({ lastIp })?.lastIp).toBeNull();
  });

  test.each([
    ['2026-02-03T04:05:06Z', AT],
    ['2026-02-03T04:05:06.789Z', AT + 789],
    ['2026-02-03T04:05:06.789123456Z', AT + 789],
    ['2026-02-03T05:05:06+01:00', AT],
    ['2026-02-03T05:05:06.000+0100', AT],
    ['2026-02-02T23:05:06-05:00', AT],
    ['2026-02-03T04:05:06', AT],
    ['2026-02-03 04:05:06', AT],
    ['2026-02-03 04:05', Date.parse('2026-02-03T04:05:00Z')],
    ['2026-02-03', Date.parse('2026-02-03T00:00:00Z')],
    [' 2026-02-03T04:05:06Z ', AT],
    [AT, AT],
    [AT / 1000, AT],
    [String(AT), AT],
    [String(AT / 1000), AT],
  ])('reads the last use %j as %i', (written, time) => {
    expect(keyWith({ lastActivity: written })?.lastActivity).toBe(time);
  });

  test.each([null, undefined, '', ' ', '-', 0, -1, '0', false])(
    'was never used when that is %j',
    (written) => {
      expect(keyWith({ lastActivity: written })?.lastActivity).toBeNull();
    },
  );

  // These are not dates, but the key was used, so it must not look unused.
  test.each([1e300, 8.64e15 + 1, '99999999999999999999', 9e15, '20/01/2026 10:00', {}])(
    'was used at an unknown time when that is %j',
    (written) => {
      expect(keyWith({ lastActivity: written })?.lastActivity).toBe('unknown');
    },
  );
});

describe('a generated key', () => {
  const VALUE = 'bG9yZW0gaXBzdW0gZG9sbw==';

  test.each([
    [{ ...entry, apiKey: VALUE }],
    [{ data: { ...entry, apiKey: VALUE } }],
    [{ data: { ...entry, api_key: VALUE } }],
    [{ data: { ...entry, value: VALUE } }],
    [{ data: { ...entry, key: ` ${VALUE}\n` } }],
    [{ data: { ...entry, secretKey: VALUE } }],
    [{ data: { ...entry, token: VALUE } }],
  ])('is read from %j', (body) => {
    expect(readGenerated(body, 'asked')).toEqual({ key, value: VALUE });
  });

  test('has the requested name when the answer has none', () => {
    const { key: made } = readGenerated({ data: { id: 'a1', value: VALUE } }, 'asked');
    expect(made).toEqual({ id: 'a1', name: 'asked', lastIp: null, lastActivity: null });
  });

  test.each([
    [null],
    [[]],
    ['ok'],
    [{}],
    [{ data: null }],
    [{ data: entry }],
    [{ data: { ...entry, value: 'short' } }],
    [{ data: { ...entry, value: `${VALUE} and words` } }],
    [{ data: { ...entry, value: '••••••••••••••••••••••••' } }],
    [{ data: { ...entry, value: 1234567890123456 } }],
    [{ data: { ...entry, value: 'x'.repeat(513) } }],
  ])('that cannot be read may still exist: %j', (body) => {
    expect(() => readGenerated(body, 'asked')).toThrow(UNKNOWN);
  });
});
