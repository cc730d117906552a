import type { Findings } from '../read/find';
import type { NewValue } from '../read/new-values';
import type { Shown } from '../read/rows';
import type { Choices } from './choice';
import { type Place, placeBeside } from './place';
import { readNewValue } from './reveal';

/** Gives the words for the page, in the language of the browser, with the values in them. */
export type Text = (
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
export interface Wanted {
  slot: 'endpoint' | 'name' | 'lastIp' | 'key' | 'keep' | 'field' | 'all';
  /** Tells, together with the slot, whether the button is there already. */
  anchor: Element;
  label: string;
  /** The key's name, as far as the page tells it. */
  name?: string | undefined;
  /** What can be chosen beside the button. */
  choices?: Choices;
  place: () => Place;
  /** Gives what to copy or keep, read when it is wanted. */
  read: (look: () => Findings, signal: AbortSignal, choice?: string) => Promise<string>;
}

/** The same value after the page has drawn it anew; never merely the one in the same position. */
export function again<Value extends Pick<NewValue, 'container' | 'name'>>(
  value: Pick<NewValue, 'container' | 'name'>,
  all: Value[],
): Value | undefined {
  const named = all.filter(({ name }) => name === value.name);
  const same = named.find(({ container }) => container === value.container);
  return same ?? (value.name !== undefined && named.length === 1 ? named[0] : undefined);
}

/** A value's button stands behind the portal's own icons for it. */
export function placeAfterIcons({ controls, element }: Pick<NewValue, 'controls' | 'element'>) {
  const last = controls.at(-1);
  return last?.parentElement ? { parent: last.parentElement, after: last } : placeBeside(element);
}

function keyButton(slot: 'key' | 'keep', value: NewValue, label: string): Wanted {
  return {
    slot,
    name: value.name,
    anchor: value.container,
    label,
    place: () => placeAfterIcons(value),
    read: (look, signal) => {
      const root = value.container.ownerDocument;
      return readNewValue(() => again(value, look().newValues), root, signal);
    },
  };
}

/** Lists the buttons for what was found. */
export function wantedButtons(
  { endpoint, rows, newValues }: Findings,
  words: Text,
  keepMinutes: number,
): Wanted[] {
  const text = (slot: Wanted['slot'], shown: Shown, label: string): Wanted => ({
    slot,
    anchor: shown.element,
    label,
    place: () => placeBeside(shown.element),
    read: async () => shown.text,
  });
  return [
    ...(endpoint
      ? [text('endpoint', { text: endpoint.url, element: endpoint.element }, words('copyEndpoint'))]
      : []),
    ...rows.flatMap(({ name, lastIp }) => [
      text('name', name, words('copyLabel', name.text)),
      ...(lastIp ? [text('lastIp', lastIp, words('copyLabel', lastIp.text))] : []),
    ]),
    ...newValues.flatMap((value) => [
      keyButton('key', value, words('copyKey')),
      keyButton(
        'keep',
        value,
        words(keepMinutes === 1 ? 'keepForOne' : 'keepForOther', String(keepMinutes)),
      ),
    ]),
  ];
}
