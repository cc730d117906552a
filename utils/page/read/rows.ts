import { ours } from './ours';
import type { Section } from './section';
import { common, type Token, widest } from './tokens';

/** A text the page shows, and the element that shows it. */
export interface Shown {
  text: string;
  element: Element;
}

export interface KeyRow {
  name: Shown;
  lastIp?: Shown;
  lastActivity?: Shown;
  shape: 'table' | 'cards';
}

const ADDRESS = /^(?=.*\d)[\da-f.:,%[\]\s/]*[.:][\da-f.:,%[\]\s/]*$/i;

function row(
  shape: KeyRow['shape'],
  name: Token | undefined,
  ip: Token | undefined,
  activity: Token | undefined,
): KeyRow[] {
  if (!name || name.label === 'legacy') return [];
  // The row for a key of the old kind: its text is not known in every language, its looks are.
  if (!ip && !activity && name.element.closest('i,em')) return [];
  const shown = (found: Token): Shown => ({ text: found.text, element: found.element });
  return [
    {
      shape,
      name: shown(name),
      ...(ip && ADDRESS.test(ip.text) ? { lastIp: shown(ip) } : {}),
      ...(activity && /\d/.test(activity.text) ? { lastActivity: shown(activity) } : {}),
    },
  ];
}

/** The cells of a row, among which a button of ours may stand. */
export function cellsOf(row: Element): Element[] {
  return [...row.children].filter((cell) => !ours.has(cell));
}

/** The rows under a header: what is shaped like it and comes after it. */
export function rowsUnder(header: Element): Element[] {
  const { length } = cellsOf(header);
  const isRow = (element: Element) =>
    element.tagName === header.tagName &&
    cellsOf(element).length === length &&
    element.compareDocumentPosition(header) === Node.DOCUMENT_POSITION_PRECEDING;
  let around = header.parentElement;
  // A header may stand in a table of its own, above the one with the rows.
  for (let level = 0; around && level < 5; level++, around = around.parentElement) {
    const rows = [...around.querySelectorAll(header.tagName)].filter(isRow);
    // What stands inside a row may be shaped like one.
    let last: Element | undefined;
    const outer = rows.filter((row) => {
      if (last?.contains(row)) return false;
      last = row;
      return true;
    });
    if (outer.length > 0) return outer;
  }
  return [];
}

/** In a header every label has a cell of its own, with no value in it. */
function isHeader(section: Section, header: Element, labels: Token[]): boolean {
  const cells = labels.map((label) => cellsOf(header).find((cell) => cell.contains(label.element)));
  return (
    new Set(cells).size === labels.length &&
    labels.every(({ rest }) => rest === undefined) &&
    cells.every(
      (cell) => section.tokens.filter(({ element }) => cell?.contains(element)).length === 1,
    )
  );
}

/** How deep a cell may wrap its text. */
const DEPTH = 8;

function firstTokens(tokens: Token[]): Map<Element, Token> {
  const first = new Map<Element, Token>();
  for (const token of tokens) {
    let around: Element | null = token.element;
    for (let level = 0; around && level < DEPTH; level++, around = around.parentElement)
      if (!first.has(around)) first.set(around, token);
  }
  return first;
}

function tableRows(section: Section, header: Element, labels: Token[]): KeyRow[] {
  const cells = cellsOf(header);
  const columns = labels.map((label) => cells.findIndex((cell) => cell.contains(label.element)));
  const first = firstTokens(section.tokens);
  return rowsUnder(header).flatMap((line) => {
    if (section.inService(line)) return [];
    const inLine = cellsOf(line);
    const [name, ip, activity] = columns.map((index) => {
      const cell = inLine[index];
      return cell && !cell.querySelector('input,textarea') ? first.get(cell) : undefined;
    });
    return row('table', name, ip, activity);
  });
}

const OUTSIDE = new Set<Token['label']>(['section', 'serviceSection', 'generate', 'endpoint']);

/** A card holds the labels of one key only, each with its value after it. */
function cardRow(section: Section, ip: Token): KeyRow[] {
  const { tokens } = section;
  const at = tokens.indexOf(ip);
  const isForeign = (token: Token) =>
    token !== ip && (token.label === 'lastIp' || OUTSIDE.has(token.label) || token.generated);
  const before = tokens.slice(0, at).findLast(isForeign);
  const behind = tokens.slice(at + 1).find(isForeign);
  const holds = (element: Element, token: Token | undefined) =>
    token && element.contains(token.element);
  const card = widest(ip.element, (element) => !holds(element, before) && !holds(element, behind));

  const start = before ? tokens.indexOf(before) + 1 : 0;
  const end = behind ? tokens.indexOf(behind) : tokens.length;
  const inside = tokens.slice(start, end).filter((token) => card.contains(token.element));
  const after = (label: Token['label']) => {
    const index = inside.findIndex((token) => token.label === label);
    const found = inside[index];
    if (found?.rest) return { ...found, text: found.rest };
    const next = found && inside[index + 1];
    return next?.label ? undefined : next;
  };
  const name = after('name') ?? inside.find((token) => !token.label);
  return row('cards', name, after('lastIp'), after('lastActivity'));
}

/** Finds the person's keys, whether they are listed in a table or on cards. */
export function findKeyRows(section: Section): KeyRow[] {
  const all = (label: Token['label']) =>
    section.tokens.filter((token) => token.label === label && !section.inService(token.element));
  const order = new Map(section.tokens.map((token, index) => [token, index]));
  const ips = all('lastIp');
  const follows = (left: Token, right: Token) => (order.get(left) ?? 0) > (order.get(right) ?? 0);
  const [names, activities] = [all('name'), all('lastActivity')];
  return ips.flatMap((ip) => {
    const activity = activities.find((token) => follows(token, ip)) ?? activities[0];
    const name = names.findLast((token) => follows(ip, token));
    if (activity && name) {
      const header = common(ip.element, activity.element, name.element);
      if (isHeader(section, header, [name, ip, activity]))
        return tableRows(section, header, [name, ip, activity]);
    }
    return cardRow(section, ip);
  });
}
