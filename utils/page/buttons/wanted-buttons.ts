import type { Findings } from '../read/find';
import type { NewValue } from '../read/new-values';
import type { PageView } from '../read/page-view';
import type { Shown } from '../read/rows';
import type { Choices } from './choice';
import { type Place, placeBeside } from './place';
import { readValue } from './reveal';

/** Returns a text in the language of the browser, with the values filled in. */
export type Translate = (
  name:
    | 'copyEndpoint'
    | 'copyKey'
    | 'copyLabel'
    | 'copyAllAs'
    | 'shellExports'
    | 'copied'
    | 'copyFailed'
    | 'keepForOne'
    | 'keepForOther'
    | 'kept'
    | 'keepFailed'
    | 'clickRefused'
    | 'closedUnsaved'
    | 'newApiKey'
    | 'fieldsUnreadable',
  ...values: string[]
) => string;

/** A button that the page should have. */
export interface WantedButton {
  slot: 'endpoint' | 'name' | 'lastIp' | 'key' | 'keep' | 'field' | 'all';
  /** Identifies the button, together with its slot. */
  anchor: Element;
  label: string;
  /** The key's name, if the page shows it. */
  name?: string | undefined;
  choices?: Choices;
  /** The text to copy, if it is certainly no secret. */
  openText?: string;
  place: () => Place;
  /** Returns what the page shows now, to be copied or kept; undefined if it cannot be read. */
  read: (page: PageView, choice?: string) => Promise<string | undefined>;
}

/** Finds a value after the page has redrawn it. The same position alone does not make it the same. */
export function findAgain<Value extends Pick<NewValue, 'container' | 'name'>>(
  { container, name }: Pick<NewValue, 'container' | 'name'>,
  all: Value[],
): Value | undefined {
  const named = all.filter((one) => one.name === name);
  const same = named.find((one) => one.container === container);
  return same ?? (name !== undefined && named.length === 1 ? named[0] : undefined);
}

/** The place behind the portal's own icons for a value. */
export function placeAfterIcons({
  controls,
  element,
}: Pick<NewValue, 'controls' | 'element'>): Place {
  const last = controls.at(-1);
  return last ? { after: last } : placeBeside(element);
}

function textButtons({ endpoint, rows }: Findings, words: Translate): WantedButton[] {
  const button = (
    slot: WantedButton['slot'],
    { element, text }: Shown,
    label = words('copyLabel', text),
  ): WantedButton => ({
    slot,
    anchor: element,
    label,
    openText: text,
    place: () => placeBeside(element),
    async read(page) {
      const now = textButtons(page.current(), words);
      return now.findLast((one) => one.slot === slot && one.anchor === element)?.openText;
    },
  });
  return [
    ...(endpoint ? [button('endpoint', endpoint, words('copyEndpoint'))] : []),
    ...rows.flatMap(({ name, lastIp }) => [
      button('name', name),
      ...(lastIp ? [button('lastIp', lastIp)] : []),
    ]),
  ];
}

function keyButtons(value: NewValue, words: Translate, keepMinutes: number): WantedButton[] {
  const keepLabel = keepMinutes === 1 ? 'keepForOne' : 'keepForOther';
  const shared = {
    name: value.name,
    anchor: value.container,
    place: () => placeAfterIcons(value),
    read: (page: PageView) => readValue(page, ({ newValues }) => findAgain(value, newValues)),
  };
  return [
    { ...shared, slot: 'key', label: words('copyKey') },
    { ...shared, slot: 'keep', label: words(keepLabel, String(keepMinutes)) },
  ];
}

/** Lists the buttons for the endpoint, the rows and the new values on a page. */
export function wantedButtons(
  findings: Findings,
  words: Translate,
  keepMinutes: number,
): WantedButton[] {
  return [
    ...textButtons(findings, words),
    ...findings.newValues.flatMap((value) => keyButtons(value, words, keepMinutes)),
  ];
}
