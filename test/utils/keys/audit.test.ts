// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { type Column, isUnused, sortKeys, toCsv } from '../../../utils/keys/audit';
import type { ApiKey } from '../../../utils/portal/schema';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-03-01T12:00:00Z');
const HEADINGS: [string, string, string] = ['Name', 'Last IP', 'Last activity'];

const key = (
  name: string,
  lastIp: string | null = null,
  lastActivity: ApiKey['lastActivity'] = null,
) => ({ id: name, name, lastIp, lastActivity }) satisfies ApiKey;

describe('sorting', () => {
  const keys = [
    key('key 10', '10.0.0.10', 2000),
    key('Éclair', null, 3000),
    key('key 9', '10.0.0.9', null),
    key('zebra', '2001:db8::1', 1000),
    key('eclat', null, null),
  ];

  test.each<[Column, boolean, string[]]>([
    ['name', false, ['Éclair', 'eclat', 'key 9', 'key 10', 'zebra']],
    ['name', true, ['zebra', 'key 10', 'key 9', 'eclat', 'Éclair']],
    ['lastIp', false, ['key 9', 'key 10', 'zebra', 'Éclair', 'eclat']],
    ['lastIp', true, ['zebra', 'key 10', 'key 9', 'Éclair', 'eclat']],
    ['lastActivity', false, ['zebra', 'key 10', 'Éclair', 'key 9', 'eclat']],
    ['lastActivity', true, ['Éclair', 'key 10', 'zebra', 'key 9', 'eclat']],
  ])('by %s, descending %s, puts those without a value last', (column, descending, names) => {
    const sorted = sortKeys(keys, { column, descending }, 'fr');
    expect(sorted.map(({ name }) => name)).toEqual(names);
  });

  test('does not change the list itself', () => {
    const before = structuredClone(keys);
    sortKeys(keys, { column: 'name', descending: false }, 'en');
    expect(keys).toEqual(before);
  });

  test('follows the user’s language', () => {
    const names = (language: string) =>
      sortKeys([key('ñu'), key('nz')], { column: 'name', descending: false }, language).map(
        ({ name }) => name,
      );
    expect([names('es'), names('en')]).toEqual([
      ['nz', 'ñu'],
      ['ñu', 'nz'],
    ]);
  });
});

test.each<[string, ApiKey['lastActivity'], boolean]>([
  ['never', null, true],
  ['at a time that cannot be read', 'unknown', false],
  ['45 days ago', NOW - 45 * DAY, false],
  ['45 days and 1 ms ago', NOW - 45 * DAY - 1, true],
  ['just now', NOW, false],
  ['in the future, because clocks differ', NOW + DAY, false],
])('a key used %s counts as unused for over 45 days: %s, %s', (_, time, unused) => {
  expect(isUnused(key('x', null, time), 45, NOW)).toBe(unused);
});

describe('CSV', () => {
  const rows = (...keys: ApiKey[]) => toCsv(keys, HEADINGS).split('\r\n').slice(1, -1);

  test('starts with a UTF-8 byte order mark and ends each line with CR LF', () => {
    expect(toCsv([key('é', '10.0.0.1', NOW)], HEADINGS)).toBe(
      '\uFEFFName,Last IP,Last activity\r\né,10.0.0.1,2026-03-01T12:00:00.000Z\r\n',
    );
  });

  test('has headings even without keys', () => {
    expect(toCsv([], HEADINGS)).toBe('\uFEFFName,Last IP,Last activity\r\n');
  });

  test('leaves missing values empty', () => {
    expect(rows(key('deploy'))).toEqual(['deploy,,']);
  });

  test.each([
    ['plain name', 'plain name'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['"', '""""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
    ['=1,2', `"'=1,2"`],
    [' =1', "' =1"],
    ['\0=1', "'\0=1"],
    ['\u202E\uFEFF=1', "'\u202E\uFEFF=1"],
    ['＝1', "'＝1"],
    [' a', ' a'],
    ['a=b', 'a=b'],
    ["'quoted'", "'quoted'"],
  ])('writes the name %j as %j', (name, cell) => {
    expect(rows(key(name))).toEqual([`${cell},,`]);
  });

  test.each(['\r=1', '\n=1'])('makes a formula after a line break inert: %j', (name) => {
    expect(toCsv([key(name)], HEADINGS)).toContain(`\r\n"'${name}",,\r\n`);
  });

  test('makes a formula in an IP inert too', () => {
    expect(rows(key('x', '=HYPERLINK("http://x.example")'))).toEqual([
      `x,"'=HYPERLINK(""http://x.example"")",`,
    ]);
  });
});
