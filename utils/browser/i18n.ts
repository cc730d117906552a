import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

/** The name of a text in `public/_locales`. */
export type MessageKey = keyof typeof messages;

/** Control characters that change the direction of the text (Unicode Standard Annex 9). */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Returns a text in the browser's language.
 * @param key its name in `public/_locales`
 * @param values the values of `$1`, `$2` ...; direction controls are removed, so that a key's name cannot
 *   reorder the sentence around it
 */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(
    key,
    values.map((value) => String(value).replace(BIDI_CONTROLS, '')),
  );
}

/**
 * Returns the language for dates and numbers, as a BCP 47 tag: the language of the texts, in the person's
 * regional variant. The browser's own language may be one that has no texts here.
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
 * Returns a text with a count, in the right plural form.
 * @param key the text's name without its ending, `One` or `Other`
 */
export function plural(key: PluralKey, count: number): string {
  const one = new Intl.PluralRules(language()).select(count) === 'one';
  return t(one ? `${key}One` : `${key}Other`, count.toLocaleString(language()));
}

type PluralKey = MessageKey extends infer K ? (K extends `${infer P}One` ? P : never) : never;
