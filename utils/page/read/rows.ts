import { ours } from './ours';
import type { Section } from './section';
import { common, elementsAfter, lineage, outermost, type Token, widest } from './tokens';

/** A text on the page, and the element that shows it. */
export interface Shown {
  text: string;
  element: Element;
}

export interface KeyRow {
  name: Shown;
  lastIp?: Shown | undefined;
  shape: 'table' | 'cards';
}

const ADDRESS = /^(?=.*\d)[\da-f.:,%[\]\s/]*[.:][\da-f.:,%[\]\s/]*$/i;

/** Makes a row out of a name, a last IP and a last activity, in this order. */
function row(shape: KeyRow['shape'], [name, ip, activity]: (Token | undefined)[]): KeyRow[] {
  if (!name || name.label === 'legacy') return [];
  // The text of the row for a legacy key is not known in every language, but it is always in italics.
  if (!ip && !activity && name.element.closest('i,em')) return [];
  return [{ shape, name, lastIp: ip && ADDRESS.test(ip.text) ? ip : undefined }];
}

/** The cells of a row, without any button of ours beside them. */
function cellsOf(row: Element): Element[] {
  return [...row.children].filter((cell) => !ours.has(cell));
}

/** The rows under a header: elements after it that have its shape. */
function rowsUnder(header: Element): Element[] {
  const { length } = cellsOf(header);
  const isRow = (element: Element) =>
    cellsOf(element).length === length && !header.contains(element);
  // The header can be in a table of its own, above the one with the rows.
  for (const around of lineage(header).slice(1, 6)) {
    // Part of a row can have the shape of one.
    const rows = outermost(elementsAfter(header, around, header.tagName).filter(isRow));
    if (rows.length > 0) return rows;
  }
  return [];
}

/**
 * Returns the cells below some labels of a header, row by row.
 * @param isForeign whether to leave out a row
 */
export function cellsUnder(
  header: Element,
  labels: Token[],
  isForeign: (row: Element) => boolean = () => false,
): (Element | undefined)[][] {
  const heads = cellsOf(header);
  const columns = labels.map(({ element }) => heads.findIndex((head) => head.contains(element)));
  return rowsUnder(header).flatMap((line) => {
    const cells = cellsOf(line);
    return isForeign(line) ? [] : [columns.map((index) => cells[index])];
  });
}

/** In a header, each label has a cell of its own, without a value. */
function isHeader(section: Section, header: Element, labels: Token[]): boolean {
  const cells = labels.map((label) => cellsOf(header).find((cell) => cell.contains(label.element)));
  return (
    new Set(cells).size === labels.length &&
    !labels.some(({ rest }) => rest) &&
    cells.every(
      (cell) => section.tokens.filter(({ element }) => cell?.contains(element)).length === 1,
    )
  );
}

/** How many elements a cell may wrap its text in. */
const DEPTH = 8;

/** Returns the first text in each element. */
function firstTokens(tokens: Token[]): Map<Element, Token> {
  const first = new Map<Element, Token>();
  for (const token of tokens)
    for (const around of lineage(token.element).slice(0, DEPTH))
      if (!first.has(around)) first.set(around, token);
  return first;
}

function tableRows(section: Section, header: Element, labels: Token[]): KeyRow[] {
  const first = firstTokens(section.tokens);
  const textIn = (cell: Element | undefined) =>
    cell && !cell.querySelector('input,textarea') ? first.get(cell) : undefined;
  return cellsUnder(header, labels, section.inService).flatMap((cells) =>
    row('table', cells.map(textIn)),
  );
}

const OUTSIDE_CARDS = new Set<Token['label']>([
  'section',
  'serviceSection',
  'generate',
  'endpoint',
  'lastIp',
]);

/** The texts on the card around a "Last IP" label. A card is about one key only. */
function cardTexts(tokens: Token[], ip: Token, at: number): Token[] {
  const isOutside = (token: Token) => OUTSIDE_CARDS.has(token.label) || token.generated;
  const start = tokens.slice(0, at).findLastIndex(isOutside);
  const end = tokens.findIndex((token, index) => index > at && isOutside(token));
  const neighbours = [tokens[start], tokens[end]];
  const card = widest(
    ip.element,
    (around) => !neighbours.some((token) => token && around.contains(token.element)),
  );
  const between = tokens.slice(start + 1, end < 0 ? tokens.length : end);
  return between.filter(({ element }) => card.contains(element));
}

function cardRow(texts: Token[]): KeyRow[] {
  const textAfter = (label: Token['label']) => {
    const index = texts.findIndex((token) => token.label === label);
    const found = texts[index];
    if (found?.rest) return { ...found, text: found.rest };
    const next = found && texts[index + 1];
    return next?.label ? undefined : next;
  };
  const name = textAfter('name') ?? texts.find((token) => !token.label);
  return row('cards', [name, textAfter('lastIp'), textAfter('lastActivity')]);
}

/** Finds the person's keys, whether the page lists them in a table or on cards. */
export function findKeyRows(section: Section): KeyRow[] {
  const { tokens, inService } = section;
  const is = (label: Token['label']) => (token: Token) =>
    token.label === label && !inService(token.element);
  return tokens.flatMap((ip, at) => {
    if (!is('lastIp')(ip)) return [];
    const isActivity = is('lastActivity');
    const activity = tokens.slice(at).find(isActivity) ?? tokens.find(isActivity);
    const name = tokens.slice(0, at).findLast(is('name'));
    if (activity && name) {
      const header = common(ip.element, activity.element, name.element);
      const labels = [name, ip, activity];
      if (isHeader(section, header, labels)) return tableRows(section, header, labels);
    }
    return cardRow(cardTexts(tokens, ip, at));
  });
}
