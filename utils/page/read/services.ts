import { iconsIn, revealAmong } from './icons';
import { HIDDEN } from './labels';
import { cellsUnder } from './rows';
import { isHeading } from './section';
import { common, isFilledByPerson, type Token } from './tokens';

/** One of a person's keys for a service. */
export interface ServiceField {
  /** The portal's label for it. */
  name: string;
  /** What the page shows; absent while it is masked or stands among other texts. */
  value?: string | undefined;
  /** The element that shows the value or its bullets. */
  element: Element;
  /** The cell with the value and its icons, which stays when the page redraws the value. */
  container: Element;
  controls: Element[];
  revealControl?: Element | undefined;
}

/** A person's keys for one service, as the portal lists them: fields and their values. */
export interface ServiceTable {
  header: Element;
  /** The heading of the column with the values. */
  title: Element;
  fields: ServiceField[];
}

function level({ element }: Token): string {
  return element.closest('h1,h2,h3,h4,h5,h6')?.tagName ?? 'none';
}

/** Other tables have fields and values too. This one follows its heading, with no other in between. */
function isHeaded(tokens: Token[], index: number): boolean {
  const isServiceHeading = (token: Token) => token.label === 'serviceSection' && isHeading(token);
  const at = tokens.slice(0, index).findLastIndex(isServiceHeading);
  const [heading, ...between] = at < 0 ? [] : tokens.slice(at, index);
  const ends = (token: Token) =>
    /^H/.test(level(token)) && heading && level(token) <= level(heading);
  return !!heading && !between.some(ends);
}

function readField(tokens: Token[], label?: Element, cell?: Element): ServiceField[] {
  const name = tokens.find(({ element }) => label?.contains(element));
  if (!name || !cell) return [];
  const controls = iconsIn(cell);
  const inside = tokens.filter(({ element }) => cell.contains(element));
  const texts = inside.filter(({ element }) => !controls.some((icon) => icon.contains(element)));
  const [text] = texts;
  const isBlank = inside.length + controls.length === 0;
  const isShown =
    text && texts.length === 1 && !HIDDEN.test(text.text) && !isFilledByPerson(text.element);
  return [
    {
      name: name.text.replace(/ ?:$/, ''),
      element: text?.element ?? cell,
      container: cell,
      controls,
      value: isBlank ? '' : isShown ? text.text : undefined,
      // Among several icons without a label, one might generate new keys.
      revealControl: revealAmong(controls, controls.length > 1),
    },
  ];
}

/** Finds the keys of services: tables of fields and values under their heading. */
export function findServices(tokens: Token[]): ServiceTable[] {
  return tokens.flatMap((field, index) => {
    const value = tokens[index + 1];
    if (field.label !== 'field' || value?.label !== 'value' || !isHeaded(tokens, index)) return [];
    const header = common(field.element, value.element);
    const fields = cellsUnder(header, [field, value]).flatMap(([label, cell]) =>
      readField(tokens, label, cell),
    );
    return fields.length > 0 ? [{ header, title: value.element, fields }] : [];
  });
}
