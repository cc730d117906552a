import type { Findings } from '../read/find';
import type { PageView } from '../read/page-view';
import type { ServiceField, ServiceTable } from '../read/services';
import { type Format, writeFields } from './formats';
import { placeBeside } from './place';
import { readValue } from './reveal';
import { findAgain, placeAfterIcons, type Translate, type WantedButton } from './wanted-buttons';

/** Its message is the name of the field that could not be read. It never contains a value. */
export class UnreadableError extends Error {}

function findField(field: ServiceField, { services }: Findings): ServiceField | undefined {
  const all = services.flatMap(({ fields }) => fields);
  return findAgain(field, all);
}

function readField(page: PageView, field: ServiceField): Promise<string | undefined> {
  return readValue(page, (findings) => findField(field, findings));
}

/** Reads all fields or fails, because half a set of keys would pass for a whole one. */
async function readAll(page: PageView, header: Element): Promise<[name: string, value: string][]> {
  const fields = page.current().services.find((one) => one.header === header)?.fields ?? [];
  const values: [string, string][] = [];
  // One at a time, because a portal may show only one.
  for (const field of fields) {
    const value = await readField(page, field);
    if (value === undefined) throw new UnreadableError(field.name);
    values.push([field.name, value]);
  }
  const now = page.current();
  const changed = fields.find(
    (field) => field.value !== undefined && findField(field, now)?.value !== field.value,
  );
  // Another service was chosen meanwhile, so the values belong to two of them.
  if (changed || fields.length === 0) throw new UnreadableError(changed?.name);
  return values;
}

/** Lists the buttons for the keys of a service: one for each value, and one for all of them. */
export function serviceButtons(
  { header, title, fields }: ServiceTable,
  words: Translate,
): WantedButton[] {
  return [
    {
      slot: 'all',
      anchor: header,
      label: words('copyAllAs'),
      choices: { shell: words('shellExports'), env: '.env', json: 'JSON' },
      place: () => placeBeside(title),
      read: async (page, choice) => writeFields(await readAll(page, header), choice as Format),
    },
    ...fields
      .filter(({ value }) => value !== '')
      .map(
        (field): WantedButton => ({
          slot: 'field',
          anchor: field.container,
          label: words('copyLabel', field.name),
          place: () => placeAfterIcons(field),
          read: (page) => readField(page, field),
        }),
      ),
  ];
}
