import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

/** The name of a text; every one stands in `public/_locales`. */
export type MessageKey = keyof typeof messages;

/**
 * Gives a text in the browser's language.
 * @param key its name in `public/_locales`
 * @param values what takes the places of `$1`, `$2` ... in it
 */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}
