import type { Findings } from '../read/find';
import type { ServiceField, ServiceTable } from '../read/services';
import { type Format, writeFields } from './formats';
import { placeBeside } from './place';
import { readNewValue } from './reveal';
import { again, placeAfterIcons, type Text, type Wanted } from './wanted-buttons';

/** Its message names the field that could not be read; no value is in it. */
export class UnreadableError extends Error {}

function readField(field: ServiceField, look: () => Findings, signal: AbortSignal) {
  const all = () => look().services.flatMap(({ fields }) => fields);
  return readNewValue(() => again(field, all()), field.container.ownerDocument, signal);
}

/** Reads every field or none: half a set of keys would be taken for a whole one. */
async function readAll(
  { header }: ServiceTable,
  look: () => Findings,
  signal: AbortSignal,
): Promise<[name: string, value: string][]> {
  const fields = look().services.find((table) => table.header === header)?.fields ?? [];
  const values: [string, string][] = [];
  // One at a time, as a portal may show no more than one.
  for (const field of fields) {
    const value = await readField(field, look, signal).catch(() => {
      throw new UnreadableError(field.name);
    });
    values.push([field.name, value]);
  }
  const now = look().services.flatMap((table) => table.fields);
  const changed = fields.find(({ value, ...field }) => {
    return value !== undefined && again(field, now)?.value !== value;
  });
  // Another service was chosen meanwhile: what was read is of two.
  if (changed || fields.length === 0) throw new UnreadableError(changed?.name);
  return values;
}

/** Lists the buttons for a table of a service's keys: one for each value, and one for all. */
export function serviceButtons(table: ServiceTable, words: Text): Wanted[] {
  const { header, title, fields } = table;
  return [
    {
      slot: 'all',
      anchor: header,
      label: words('copyAllAs'),
      choices: [
        ['shell', words('shellExports')],
        ['env', '.env'],
        ['json', 'JSON'],
      ],
      place: () => placeBeside(title),
      read: async (look, signal, choice) =>
        writeFields(await readAll(table, look, signal), choice as Format),
    },
    ...fields
      .filter(({ value }) => value !== '')
      .map(
        (field): Wanted => ({
          slot: 'field',
          anchor: field.container,
          label: words('copyLabel', field.name),
          place: () => placeAfterIcons(field),
          read: (look, signal) => readField(field, look, signal),
        }),
      ),
  ];
}
