import { expectTypeOf, test } from 'vitest';
import { type MessageKey, plural, t } from '../../../utils/browser/i18n';

// `npm run types` checks this file; nothing runs it. Each expected error has to occur.

test('texts have the names of public/_locales', () => {
  expectTypeOf(t).parameter(0).toEqualTypeOf<MessageKey>();
  expectTypeOf<'revoked'>().toExtend<MessageKey>();
  expectTypeOf<string>().not.toExtend<MessageKey>();
  // @ts-expect-error there is no text with this name
  t('noSuchText');
  // @ts-expect-error a name built at run time may not exist
  t('revoked' as string);
});

test('placeholders take strings or numbers', () => {
  expectTypeOf(t('matchCount', '$2', 7)).toEqualTypeOf<string>();
  // @ts-expect-error a value that may be missing would be shown as "undefined"
  t('revoked', undefined);
  // @ts-expect-error
  t('revoked', null);
  // @ts-expect-error a date has to be formatted in the user's language first
  t('revoked', new Date());
  // @ts-expect-error values are separate arguments, not a list
  t('matchCount', ['$2', 7]);
});

test('counted texts have a singular and a plural', () => {
  expectTypeOf<'keyCount'>().toExtend<Parameters<typeof plural>[0]>();
  expectTypeOf(plural('keyCount', 2)).toEqualTypeOf<string>();
  // @ts-expect-error this text has no plural
  plural('revoked', 2);
  // @ts-expect-error the ending follows from the number
  plural('keyCountOne', 1);
  // @ts-expect-error a formatted number has no plural form
  plural('keyCount', '2');
  // @ts-expect-error
  plural('keyCount');
});

test('a plural has both forms', () => {
  type Counted = Parameters<typeof plural>[0];
  expectTypeOf<`${Counted}One` | `${Counted}Other`>().toExtend<MessageKey>();
});
