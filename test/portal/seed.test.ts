// @vitest-environment node
import { expect, test } from 'vitest';
import { seedKeys } from './seed.ts';

const NOW = new Date('2026-05-01T10:00:00.000Z');
const DAY = 86_400_000;
const visible = (count: number | null, userName = 'mfortin', isFirst = true) =>
  seedKeys(userName, isFirst, count, NOW).map(({ value: _value, ...rest }) => rest);

test('the same user, count and time produce the same keys', () => {
  expect(visible(200)).toEqual(visible(200));
  expect(visible(5)).not.toEqual(visible(5, 'iosei', false));
});

test('values are random', () => {
  const values = [1, 2].flatMap(() => seedKeys('mfortin', true, 50, NOW)).map((key) => key.value);
  expect(new Set(values).size).toBe(100);
});

test('the initial keys cover every case', () => {
  const keys = visible(null);
  expect(keys).toHaveLength(3);
  expect(keys.some(({ name }) => /[éèà]/.test(name))).toBe(true);
  expect(keys.some(({ lastIp, lastActivity }) => lastIp === null && lastActivity === null)).toBe(
    true,
  );
  expect(keys.some(({ lastIp }) => lastIp?.includes(':'))).toBe(true);
  const ages = keys.map(({ lastActivity }) => NOW.getTime() - Date.parse(lastActivity ?? ''));
  expect(ages).toContain(200 * DAY);
});

test('any number of keys, newest first, used no earlier than created', () => {
  const keys = visible(1000);
  expect(new Set(keys.map(({ id }) => id)).size).toBe(1000);
  expect(keys).toEqual(keys.toSorted((a, b) => b.created.localeCompare(a.created)));
  expect(keys.every((key) => key.lastActivity === null || key.lastActivity >= key.created)).toBe(
    true,
  );
  expect(visible(0)).toEqual([]);
});
