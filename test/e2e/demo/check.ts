import { until } from '../../browsers/until.ts';
import type { View } from '../../browsers/view.ts';
import type { Demo } from './demo.ts';

/** Ends the walk with a sentence when something is not as it should be. */
export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** A key as it stands in a list or a table. */
interface Row {
  name: string;
  text: string;
}

/** Counts keys in English. */
export const keys = (count: number) => (count === 1 ? '1 key' : `${count} keys`);

/** Names the first few, which are enough to see what was found. */
export function some(rows: Row[]): string {
  const names = rows.slice(0, 3).map(({ name }) => name);
  return rows.length > names.length ? `${names.join(', ')} ...` : names.join(', ');
}

/** Lists longer than this are narrowed to what a step is about; Firefox is slow to look through. */
export const LONG = 50;

/** Long lists draw their first rows only, and the others when they are scrolled to. */
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

/** Waits until the row of one key has a text in it. */
export async function rowSays(
  { t }: Demo,
  view: View,
  name: string,
  said: (text: string) => boolean,
): Promise<string> {
  await view.toFront();
  return until(view.page, `news in the row of ${name}`, async () => {
    const rows = await readRows(view, 'list', t('apiKeys'));
    const row = rows.find((each) => each.name === name);
    return row && said(row.text) ? row.text : undefined;
  });
}

/** All rows in one go: a thousand questions to the browser would take their time. */
async function readRows(view: View, role: string, name: string): Promise<Row[]> {
  const [list] = await view.all(role, name);
  if (!list) return [];
  const texts = await list.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('li, tbody tr')].map((row) =>
      // biome-ignore lint/performance/useDomNodeTextContent: only this knows the lines
      row.innerText.trim(),
    ),
  );
  return texts.map((text) => ({
    name: text.split(/[\n\t]/)[0]?.trim() ?? '',
    text: text.replace(/\s+/g, ' '),
  }));
}

/** How often the clipboard is looked at: a browser fills it after it has told the page so. */
const LOOKS = 5;

/** Reads the clipboard until it holds a text, which is never printed as it may be a key's value. */
export async function clipboardHolds(browser: Demo['browser'], text: string): Promise<void> {
  for (let look = 1; look <= LOOKS; look++) {
    if ((await browser.readClipboard()) === text) return;
  }
  throw new Error('The clipboard does not hold what was copied.');
}

/** Asks the portal's documented API something with a key, as a script would; gives the status. */
export async function callApi({ portal }: Demo, value: string): Promise<number> {
  const answer = await fetch(`${portal.origin}/api/v2/users`, { headers: { 'MC-Api-Key': value } });
  await answer.body?.cancel();
  return answer.status;
}
