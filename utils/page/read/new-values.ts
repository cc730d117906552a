import { iconsAfter, revealAmong } from './icons';
import { HIDDEN, iconPurpose } from './labels';
import type { Section } from './section';
import { common, isFilledByPerson, TABLE, type Token, widest } from './tokens';

/** The value of a key that was just generated, readable or masked. */
export interface NewValue {
  /** Absent while the page shows only bullets in its place. */
  value?: string | undefined;
  /** The element that shows the value or its bullets. */
  element: Element;
  /** An element around it that stays when the page redraws the value. */
  container: Element;
  /** The portal's own icons beside the value, in document order. */
  controls: Element[];
  revealControl?: Element | undefined;
  name?: string | undefined;
  /** Whether the page says that it was just generated, and so shows it only this once. */
  announced: boolean;
}

/** A portal masks with any sign it likes, but repeats the same one. */
const BULLETS = /^([^\w.=-])\1{5,}$/;
const KEY = /^[!-~]{16,512}$/;
/** 16 bytes in base64: the shape of every key value seen so far. */
const USUAL_KEY = /^[A-Za-z0-9+/]{22}==$/;

function isMasked(text: string): boolean {
  return BULLETS.test(text.replace(/\s/g, ''));
}

/** The shape of a key is not documented, so this checks only what all keys have in common. */
function looksLikeKey(text: string): boolean {
  return KEY.test(text) && !HIDDEN.test(text) && !/^https?:/i.test(text);
}

/**
 * Whether a text can be a key's value, judging by itself and the text before it. Without a label, only
 * the usual shape counts: names and addresses have no spaces either.
 */
function isValue({ text, label, element }: Token, before: Token | undefined): boolean {
  const isKey = before?.label === 'keyValue' ? looksLikeKey(text) : USUAL_KEY.test(text);
  return (
    (isKey || isMasked(text)) &&
    !label &&
    before?.label !== 'otherSecret' &&
    !isFilledByPerson(element)
  );
}

/** Whether an element contains this text, and it is not the label of an icon. */
function hasText(inside: Element, token: Token): boolean {
  return inside.contains(token.element) && !/reveal|copy/.test(iconPurpose(token.text));
}

/** The key's name: an element of its own in the sentence that announces the key. */
function nameIn(sentence: Token | undefined, before: Token | undefined): string | undefined {
  const isInside = sentence && before && sentence.element.contains(before.element);
  return isInside && sentence.element !== before.element ? before.text : undefined;
}

/**
 * Finds the values of new keys: after their label in the notification that announces them, or in the
 * section with the keys. The keys of services are left alone.
 */
export function findNewValues(
  tokens: Token[],
  inService: (element: Element) => boolean,
  section: Section | undefined,
): NewValue[] {
  return tokens.flatMap((token, index): NewValue[] => {
    const { text, element } = token;
    const before = tokens[index - 1];
    if (!isValue(token, before) || inService(element)) return [];

    const label = before?.label === 'keyValue' ? before : undefined;
    const start = label ? common(element, label.element) : element;
    const others = tokens.filter((one) => one.label === 'keyValue' && one !== label);
    // Without a label, the sentence has to come right before the value.
    const card = before?.generated
      ? common(start, before.element)
      : widest(start, (around) => !others.some((one) => around.contains(one.element)));
    const isAboutKey = label || (before?.generated && /\bapi\b/i.test(card.textContent));
    const at = tokens.findIndex((one) => one.generated && card.contains(one.element));
    const announced = !!isAboutKey && at >= 0;
    const inSection = section?.scope.contains(element) && !element.closest(TABLE);
    if (!announced && !inSection) return [];

    const isOther = (one: Token) => one !== token && one !== label;
    const controls = iconsAfter(
      element,
      (level) => !tokens.some((one) => isOther(one) && hasText(level, one)),
    );
    const container = controls[0] ? common(start, controls[0]) : start;
    return [
      {
        element,
        container,
        controls,
        announced,
        value: isMasked(text) ? undefined : text,
        revealControl: revealAmong(controls),
        name: nameIn(tokens[at], tokens[at - 1]),
      },
    ];
  });
}
