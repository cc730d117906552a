import { until } from '../../browsers/until.ts';
import type { View } from '../../browsers/view.ts';
import type { Demo } from './demo.ts';

/** Stops the demo with a message unless a condition holds. */
export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** A key's row in a list or a table. */
interface Row {
  name: string;
  text: string;
}

/** A number of keys in English. */
export const keys = (count: number) => (count === 1 ? '1 key' : `${count} keys`);

/** The names of the first few rows. */
export function some(rows: Row[]): string {
  const names = rows.slice(0, 3).map(({ name }) => name);
  return rows.length > names.length ? `${names.join(', ')} ...` : names.join(', ');
}

/** Lists longer than this are filtered first, because queries are slow in Firefox. */
export const LONG = 50;

/** Long lists only draw their first rows until they are scrolled. */
const FIRST_ROWS = 20;

/** Waits until the list or table of keys shows these keys and no others. */
export async function showsKeys(
  { t }: Demo,
  view: View,
  role: 'list' | 'table',
  names: string[],
): Promise<Row[]> {
  const atLeast = Math.min(names.length, FIRST_ROWS);
  await view.toFront();
  return until(view.page, `a ${role} of ${names.length} keys`, async () => {
    const rows = await readRows(view, role, t('apiKeys'));
    const right = rows.length >= atLeast && rows.every(({ name }) => names.includes(name));
    return right && rows.length <= names.length ? rows : undefined;
  });
}

/** Waits until the row of a key shows a certain text, and returns the row's text. */
export async function rowSays(
  { t }: Demo,
  view: View,
  name: string,
  matches: (text: string) => boolean,
): Promise<string> {
  await view.toFront();
  return until(view.page, `an update in the row of ${name}`, async () => {
    const rows = await readRows(view, 'list', t('apiKeys'));
    const row = rows.find((each) => each.name === name);
    return row && matches(row.text) ? row.text : undefined;
  });
}

/** Reads all rows at once, because a thousand queries would be slow. */
async function readRows(view: View, role: string, name: string): Promise<Row[]> {
  const [list] = await view.all(role, name);
  if (!list) return [];
  const texts = await list.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('li, tbody tr')].map((row) =>
      // biome-ignore lint/performance/useDomNodeTextContent: only innerText has line breaks
      row.innerText.trim(),
    ),
  );
  return texts.map((text) => ({
    name: text.split(/[\n\t]/)[0]?.trim() ?? '',
    text: text.replace(/\s+/g, ' '),
  }));
}

/** How often to read the clipboard: a browser may report success before it has filled it. */
const READS = 5;

/** Reads the clipboard until it holds a text. The text may be a key's value, so it is never printed. */
export async function clipboardHolds(browser: Demo['browser'], text: string): Promise<void> {
  for (let read = 1; read <= READS; read++) {
    if ((await browser.readClipboard()) === text) return;
  }
  throw new Error('The clipboard does not hold what was copied.');
}

/** Calls the portal's documented API with a key, as a script would. Returns the status. */
export async function callApi({ portal }: Demo, value: string): Promise<number> {
  const answer = await fetch(`${portal.origin}/api/v2/users`, { headers: { 'MC-Api-Key': value } });
  await answer.body?.cancel();
  return answer.status;
}
