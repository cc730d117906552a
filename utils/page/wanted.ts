import type { Findings } from './find';
import type { NewValue } from './newValue';
import { type Place, placeBeside } from './place';
import { readNewValue } from './reveal';
import type { Shown } from './rows';

/** The words on the buttons, in the language of the browser. */
export interface ButtonTexts {
  copyEndpoint: string;
  copyKey: string;
  copied: string;
  copyFailed: string;
  /** Names the button that copies a text of the page, such as a key's name. */
  copyLabel: (text: string) => string;
}

/** A button that the page should have. */
export interface Wanted {
  slot: 'endpoint' | 'name' | 'lastIp' | 'key';
  /** Tells, together with the slot, whether the button is there already. */
  anchor: Element;
  label: string;
  place: () => Place;
  /** Gives what to copy, read when it is wanted. */
  read: (look: () => Findings, signal: AbortSignal) => Promise<string>;
}

/** The same value after the page has drawn it anew; never merely the one in the same position. */
function again(value: NewValue, all: NewValue[]): NewValue | undefined {
  const same = all.find(({ container }) => container === value.container);
  if (same || value.name === undefined) return same;
  const named = all.filter(({ name }) => name === value.name);
  return named.length === 1 ? named[0] : undefined;
}

function keyButton(value: NewValue, label: string): Wanted {
  return {
    slot: 'key',
    anchor: value.container,
    label,
    place: () => {
      const last = value.controls.at(-1);
      return last?.parentElement
        ? { parent: last.parentElement, after: last }
        : placeBeside(value.element);
    },
    read: (look, signal) => {
      const root = value.container.ownerDocument;
      return readNewValue(() => again(value, look().newValues), root, signal);
    },
  };
}

/** Lists the buttons for what was found. */
export function wantedButtons(
  { endpoint, rows, newValues }: Findings,
  texts: ButtonTexts,
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
      ? [text('endpoint', { text: endpoint.url, element: endpoint.element }, texts.copyEndpoint)]
      : []),
    ...rows.flatMap(({ name, lastIp }) => [
      text('name', name, texts.copyLabel(name.text)),
      ...(lastIp ? [text('lastIp', lastIp, texts.copyLabel(lastIp.text))] : []),
    ]),
    ...newValues.map((value) => keyButton(value, texts.copyKey)),
  ];
}
