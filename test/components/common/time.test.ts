// @vitest-environment node
import { expect, test } from 'vitest';
import { countdown, exactTime, relativeTime } from '../../../components/common/time';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [-HOUR, 'this minute', 'cette minute-ci', 'este minuto'],
  [0, 'this minute', 'cette minute-ci', 'este minuto'],
  [MINUTE - 1, 'this minute', 'cette minute-ci', 'este minuto'],
  [MINUTE, '1 minute ago', 'il y a 1 minute', 'hace 1 minuto'],
  [2 * MINUTE - 1, '1 minute ago', 'il y a 1 minute', 'hace 1 minuto'],
  [HOUR - 1, '59 minutes ago', 'il y a 59 minutes', 'hace 59 minutos'],
  [HOUR, '1 hour ago', 'il y a 1 heure', 'hace 1 hora'],
  [DAY - 1, '23 hours ago', 'il y a 23 heures', 'hace 23 horas'],
  [3 * DAY, '3 days ago', 'il y a 3 jours', 'hace 3 días'],
  [30 * DAY - 1, '29 days ago', 'il y a 29 jours', 'hace 29 días'],
  [90 * DAY, '3 months ago', 'il y a 3 mois', 'hace 3 meses'],
  [365 * DAY - 1, '12 months ago', 'il y a 12 mois', 'hace 12 meses'],
  [800 * DAY, '2 years ago', 'il y a 2 ans', 'hace 2 años'],
])('%i ms ago is %j, %j, %j', (ago, ...texts) => {
  expect(['en', 'fr', 'es'].map((tag) => relativeTime(NOW - ago, NOW, tag))).toEqual(texts);
});

// "Yesterday" and "last month" name calendar dates: 47 hours before noon is two days ago, and 59 days
// before 1 March is in January.
test.each([
  [47 * HOUR, /yesterday/],
  [59 * DAY, /last month/],
  [729 * DAY, /last year/],
])('%i ms ago is not called %s', (ago, wrong) => {
  expect(relativeTime(NOW - ago, NOW, 'en')).not.toMatch(wrong);
});

test.each([
  ['en', /^Feb 3, 2026, \d+:05:06\sAM$/],
  ['fr', /^3 févr\. 2026, \d\d:05:06$/],
  ['es', /^3 feb 2026, \d+:05:06$/],
])('in %s, the full time matches %s', (tag, pattern) => {
  expect(exactTime(new Date(2026, 1, 3, 4, 5, 6).getTime(), tag)).toMatch(pattern);
});

test.each([
  [600_000, '10:00'],
  [599_001, '10:00'],
  [599_000, '9:59'],
  [61_000, '1:01'],
  [60_000, '1:00'],
  [9_000, '0:09'],
  [1, '0:01'],
  [0, '0:00'],
  [-5_000, '0:00'],
  [3_600_000, '60:00'],
])('%i ms left reads %s', (left, text) => {
  expect(countdown(left)).toBe(text);
});
