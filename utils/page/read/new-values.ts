import { iconsAfter, revealAmong } from './icons';
import { HIDDEN, iconPurpose } from './labels';
import type { Section } from './section';
import { common, isFilledByPerson, TABLE, type Token, widest } from './tokens';

/** A value that was just generated, readable or masked. */
export interface NewValue {
  /** The value when the page holds it; absent while only bullets stand in its place. */
  value?: string;
  /** What shows the value or its bullets. */
  element: Element;
  /** What stays when the page draws the value anew. */
  container: Element;
  /** The portal's own icons beside the value, in their order. */
  controls: Element[];
  revealControl?: Element;
  name?: string;
  /** The page's own sentence tells that it was generated: it is shown this once. */
  told: boolean;
}

/** Which sign stands for what is not shown is up to the portal, but it is always the same. */
const BULLETS = /^([^\w.=-])\1{5,}$/;
const KEY = /^[!-~]{16,512}$/;
/** 16 bytes in base64, the shape of every value seen so far. */
const USUAL_KEY = /^[A-Za-z0-9+/]{22}==$/;

function isMasked(text: string): boolean {
  return BULLETS.test(text.replace(/\s/g, ''));
}

/** Does the text look like a key? Its shape is not documented, so only what all share is asked. */
function looksLikeKey(text: string): boolean {
  return KEY.test(text) && !HIDDEN.test(text) && !/^https?:/i.test(text);
}

/** Without a label only the usual shape counts: names and addresses have no spaces either. */
function isKey(text: string, label: Token | undefined): boolean {
  return label ? looksLikeKey(text) : USUAL_KEY.test(text);
}

/** Is this token a text of its own inside an element, and not the words on a control? */
function isWords(token: Token, inside: Element): boolean {
  return inside.contains(token.element) && !/reveal|copy/.test(iconPurpose(token.text));
}

/** The name stands in the sentence that tells of the key, set apart from its other words. */
function nameIn(tokens: Token[], card: Element): string | undefined {
  const index = tokens.findIndex((token) => token.generated && card.contains(token.element));
  const [sentence, before] = [tokens[index], tokens[index - 1]];
  const apart = sentence && before && sentence.element !== before.element;
  return apart && sentence.element.contains(before.element) ? before.text : undefined;
}

/**
 * Finds values that were just generated: after their label in the notification that tells of it,
 * or in the section with the keys. Values of services are left alone.
 */
export function findNewValues(
  tokens: Token[],
  inService: (element: Element) => boolean,
  section: Section | undefined,
): NewValue[] {
  return tokens.flatMap((token, index): NewValue[] => {
    const before = tokens[index - 1];
    const label = before?.label === 'keyValue' ? before : undefined;
    const masked = isMasked(token.text);
    if (token.label || !(masked || isKey(token.text, label)) || inService(token.element)) return [];
    if (before?.label === 'otherSecret' || isFilledByPerson(token.element)) return [];

    const start = label ? common(token.element, label.element) : token.element;
    const others = tokens.filter((one) => one.label === 'keyValue' && one !== label);
    // Without a label, the sentence has to come right before the value.
    const card = before?.generated
      ? common(start, before.element)
      : widest(start, (around) => !others.some((one) => around.contains(one.element)));
    const told = !!(
      (label || (before?.generated && /\bapi\b/i.test(card.textContent))) &&
      tokens.some((one) => one.generated && card.contains(one.element))
    );
    const listed = token.element.closest(TABLE) !== null;
    if (!told && !(section?.scope.contains(token.element) && !listed)) return [];

    const controls = iconsAfter(
      token.element,
      (level) => !tokens.some((one) => one !== token && one !== label && isWords(one, level)),
    );
    const reveal = revealAmong(controls);
    const name = nameIn(tokens, card);
    return [
      {
        element: token.element,
        container: controls[0] ? common(start, controls[0]) : start,
        controls,
        told,
        ...(masked ? {} : { value: token.text }),
        ...(reveal ? { revealControl: reveal } : {}),
        ...(name ? { name } : {}),
      },
    ];
  });
}
