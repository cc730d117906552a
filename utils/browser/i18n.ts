import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** The name of a text; every one stands in `public/_locales`. */
export type MessageKey = keyof typeof messages;

/** The controls that turn around what follows them (Unicode Standard Annex 9). */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Gives a text in the browser's language.
 * @param key its name in `public/_locales`
 * @param values what takes the places of `$1`, `$2` ... in it; nothing in them can reorder the text
 */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(
    key,
    values.map((value) => String(value).replace(TURNS, '')),
  );
}

/**
 * The language for dates and numbers, a BCP 47 tag: that of the texts, in the person's own variety of
 * it. The browser may report another one than that of which it has texts.
 */
export function language(): string {
  const texts = t('languageTag');
  return (
    [browser.i18n.getUILanguage(), ...navigator.languages].find(
      (tag) => tag.split('-')[0] === texts,
    ) ?? texts
  );
}

/**
 * Gives a text that counts something, in the right plural form.
 * @param key the text's name without its ending `One` or `Other`
 */
export function plural(key: PluralKey, count: number): string {
  const one = new Intl.PluralRules(language()).select(count) === 'one';
  return t(one ? `${key}One` : `${key}Other`, count.toLocaleString(language()));
}

type PluralKey = MessageKey extends infer K ? (K extends `${infer P}One` ? P : never) : never;
