import { expectTypeOf, test } from 'vitest';
import { type MessageKey, plural, t } from '../../../utils/browser/i18n';

// `npm run types` checks this file; nothing runs it. Each error that is expected has to be there.

test('a text is named as in public/_locales', () => {
  expectTypeOf(t).parameter(0).toEqualTypeOf<MessageKey>();
  expectTypeOf<'revoked'>().toExtend<MessageKey>();
  expectTypeOf<string>().not.toExtend<MessageKey>();
  // @ts-expect-error there is no text of this name
  t('noSuchText');
  // @ts-expect-error a name that is put together at run time may be none
  t('revoked' as string);
});

test('the values of a text are text or numbers', () => {
  expectTypeOf(t('matchCount', '$2', 7)).toEqualTypeOf<string>();
  // @ts-expect-error a value that may be missing would be shown as "undefined"
  t('revoked', undefined);
  // @ts-expect-error
  t('revoked', null);
  // @ts-expect-error a date has to be written out in the person's language first
  t('revoked', new Date());
  // @ts-expect-error each value stands for itself
  t('matchCount', ['$2', 7]);
});

test('what is counted has a text for one and another for several', () => {
  expectTypeOf<'keyCount'>().toExtend<Parameters<typeof plural>[0]>();
  expectTypeOf(plural('keyCount', 2)).toEqualTypeOf<string>();
  // @ts-expect-error this text counts nothing
  plural('revoked', 2);
  // @ts-expect-error the ending follows from the number
  plural('keyCountOne', 1);
  // @ts-expect-error a number that is written out already has no plural form
  plural('keyCount', '2');
  // @ts-expect-error
  plural('keyCount');
});

test('a plural has both forms', () => {
  type Counted = Parameters<typeof plural>[0];
  expectTypeOf<`${Counted}One` | `${Counted}Other`>().toExtend<MessageKey>();
});
