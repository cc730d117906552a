// @vitest-environment node
import { expect, test } from 'vitest';
import { language, plural, t } from '../../../utils/browser/i18n';
import { setLanguage } from './texts';

test.each([
  ['en', 'Revoke deploy'],
  ['fr', 'Révoquer deploy'],
  ['es', 'Revocar deploy'],
])('a text in %s is %j', (tag, text) => {
  setLanguage(tag);
  expect(t('revokeKey', 'deploy')).toBe(text);
});

test('does not treat a dollar in a name as a placeholder', () => {
  setLanguage();
  expect(t('matchCount', '$2', 7)).toBe('$2 of 7');
});

test('a name cannot reverse the text around it', () => {
  setLanguage();
  const name = '\u2069\u202Ea\u202Ab\u202Bc\u202Cd\u202De\u2066f\u2067g\u2068h';
  expect(t('revoked', name)).toBe('abcdefgh was revoked.');
});

test.each([
  ['en', 0, '0 keys'],
  ['en', 1, '1 key'],
  ['en', 2, '2 keys'],
  ['en', 1234, '1,234 keys'],
  ['fr', 0, '0 clé'],
  ['fr', 1, '1 clé'],
  ['fr', 2, '2 clés'],
  ['fr', 1234, '1\u202f234 clés'],
  ['es', 0, '0 claves'],
  ['es', 1, '1 clave'],
  ['es', 12345, '12.345 claves'],
])('in %s, %i keys read %j', (tag, count, text) => {
  setLanguage(tag);
  expect(plural('keyCount', count)).toBe(text);
});

test.each([
  ['the same as the texts', 'fr', 'fr', 'fr'],
  ['the user’s own variety of it', 'fr', 'fr-CA', 'fr-CA'],
  ['that of the texts, when the browser has another', 'es', 'de', 'es'],
])('dates and numbers are in %s', (_, texts, ui, tag) => {
  setLanguage(texts, ui);
  expect(language()).toBe(tag);
});
