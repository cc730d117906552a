import { expect } from 'vitest';
import type { View } from '../browsers/view.ts';
import type { LocalPortal } from '../portal/server.ts';
import { tried } from '../thorough.ts';
import { HOSTILE_NAMES, REVERSING, TURNS } from './support/hostile-names.ts';
import { connect, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

const USED = '2026-01-31T12:00:00.000Z';

/** Gives the first user only these keys, which differ only in their names. */
function seed(portal: LocalPortal): void {
  portal.seed(0);
  portal.addKeys(
    'mfortin',
    HOSTILE_NAMES.map((name, at) => ({
      name,
      created: new Date(Date.UTC(2026, 0, 31) - at * 1000).toISOString(),
      lastIp: '203.0.113.9',
      lastActivity: USED,
    })),
  );
}

/** A lone surrogate does not survive the browser's driver, so it is replaced on both sides. */
const names = HOSTILE_NAMES.map((name) => name.toWellFormed());

test.for(tried(['popup', 'options page'] as const, (where) => where === 'popup'))(
  'hostile names are plain text in the %s',
  async (where, { browser, portal }) => {
    seed(portal);
    await connect(browser, portal);
    const view = where === 'popup' ? await browser.openPopup() : await browser.openOptions();
    const dialogs = dialogsOf(view);
    await view.sees('Signed in');
    await view.idle();

    const rows = await view.page.evaluate(readRows);
    // Every name has the same elements in the same places.
    expect(rows.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    for (const { elements, height, actions } of rows) {
      expect(elements).toBe(rows[0]?.elements);
      expect(actions).toBe(rows[0]?.actions);
      expect(height).toBeLessThan(100);
    }
    expect(rows.flatMap(({ labels }) => labels).filter((label) => TURNS.test(label))).toEqual([]);
    expect(rows.every(({ isolated }) => isolated)).toBe(true);

    const opened = await view.page.evaluate(openEachDialog);
    expect(opened.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    // Even the longest name must not push Cancel out of view.
    expect(opened.every(({ inView }) => inView)).toBe(true);
    expect(new Set(opened.map(({ elements }) => elements)).size).toBe(1);

    await view.page.evaluate(openDialog, REVERSING);
    await view.click('button', 'Revoke', await view.find('dialog', 'Revoke API key'));
    await view.says('was revoked');
    expect(await view.page.evaluate(wordsInOrder, 'was revoked')).toBe(true);
    await expect
      .poll(() => portal.keysOf('mfortin').map(({ name }) => name.toWellFormed()))
      .toEqual(names.filter((name) => name !== REVERSING));

    expect(await view.page.evaluate(() => 'hit' in window)).toBe(false);
    expect(dialogs).toEqual([]);
  },
);

test('a CSV file of hostile names has each name in full, and no formulas', async ({
  browser,
  portal,
}) => {
  seed(portal);
  await connect(browser, portal);
  const options = await browser.openOptions();
  await options.sees('Signed in');
  await options.page.evaluate(captureFile);
  await options.click('button', 'Export CSV');

  const text = await options.page.evaluate(() => (window as unknown as Captured).captured);
  const lines = text.replace('\uFEFF', '').split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const written = lines.slice(1, -1).map((line) => {
    const [, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(line) ?? [];
    return quoted?.replaceAll('""', '"') ?? plain ?? '';
  });
  const read = written.map((cell) => (names.includes(cell) ? cell : cell.replace(/^'/, '')));
  expect(read.toSorted()).toEqual(names.toSorted());
  expect(written.filter((cell) => /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell))).toEqual([]);
});

test('hostile names are plain text beside the buttons on the portal’s page', async ({
  browser,
  portal,
}) => {
  seed(portal);
  await connect(browser, portal);
  const page = await openCredentials(browser, portal);
  const dialogs = dialogsOf(page);
  await page.find('button', 'Copy endpoint');
  await page.find('button', `Copy ${REVERSING.replaceAll(new RegExp(TURNS, 'g'), '')}`);
  expect(await page.page.evaluate(() => 'hit' in window)).toBe(false);
  for (const name of [
    '__proto__',
    'constructor',
    'toString',
    '=HYPERLINK("http://127.0.0.1:1/","x")',
  ]) {
    await page.find('button', `Copy ${name}`);
  }

  await page.click('button', 'Copy <img src=x onerror="window.hit=1">');
  await page.says('Copied');
  expect(await browser.readClipboard()).toBe('<img src=x onerror="window.hit=1">');
  expect(await page.page.evaluate(() => 'hit' in window)).toBe(false);
  expect(dialogs).toEqual([]);
});

function dialogsOf({ page }: View): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

interface Captured {
  captured: Promise<string>;
}

/* The functions below are sent into pages as source text, so they must be self-contained. */

function readRows() {
  const box = (element: Element | null | undefined) => {
    const { left, right, width } = element?.getBoundingClientRect() ?? new DOMRect();
    return [left, right, width].map(Math.round).join();
  };
  return [...document.querySelectorAll('.keys .key')].map((row) => {
    const name = row.querySelector('.key-name');
    const all = [...row.querySelectorAll('*')];
    return {
      name: (name?.textContent ?? '').toWellFormed(),
      elements: all.map(({ tagName }) => tagName).join(),
      height: row.getBoundingClientRect().height,
      actions: [box(row.querySelector('.actions')), box(row.querySelector('.ip'))].join(' '),
      labels: all.flatMap((each) => each.getAttribute('aria-label') ?? []),
      isolated: getComputedStyle(name ?? row).unicodeBidi === 'isolate',
    };
  });
}

/** Opens and cancels the dialog of each key. Returns the name it shows, and whether all of it is in view. */
async function openEachDialog() {
  const opened: { name: string; elements: string; inView: boolean }[] = [];
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  for (const button of document.querySelectorAll<HTMLElement>('.keys .actions .danger')) {
    button.click();
    while (!document.querySelector('dialog[open]')) await drawn();
    const dialog = document.querySelector('dialog');
    const cancel = dialog?.querySelector<HTMLElement>('.buttons button');
    const { x, y, width, height } = cancel?.getBoundingClientRect() ?? new DOMRect();
    opened.push({
      name: (dialog?.querySelector('dd')?.textContent ?? '').toWellFormed(),
      elements: [...(dialog?.querySelectorAll('*') ?? [])].map(({ tagName }) => tagName).join(),
      inView:
        dialog?.scrollHeight === dialog?.clientHeight &&
        cancel?.contains(document.elementFromPoint(x + width / 2, y + height / 2)) === true,
    });
    cancel?.click();
    while (document.querySelector('dialog')) await drawn();
  }
  return opened;
}

function openDialog(name: string): void {
  const row = [...document.querySelectorAll('.keys .key')].find(
    (each) => each.querySelector('.key-name')?.textContent === name,
  );
  row?.querySelector<HTMLElement>('.danger')?.click();
}

/** Whether the words of a sentence are drawn from left to right. */
function wordsInOrder(words: string): boolean {
  let sentence: Node | null | undefined = [...document.querySelectorAll('[role=status]')].find(
    (each) => each.textContent?.includes(words),
  );
  while (sentence instanceof Element) sentence = sentence.firstChild;
  const at = sentence?.textContent?.indexOf(words) ?? -1;
  if (!sentence || at < 0) return false;
  const leftOf = (index: number) => {
    const range = document.createRange();
    range.setStart(sentence, index);
    range.setEnd(sentence, index + 1);
    return range.getBoundingClientRect().left;
  };
  const places = [...words].map((_, index) => leftOf(at + index));
  return places.every((left, index) => index === 0 || left > (places[index - 1] ?? left));
}

/** Captures the next file that the page saves. */
function captureFile(): void {
  URL.createObjectURL = (blob) => {
    (window as unknown as Captured).captured = (blob as Blob).text();
    return '#';
  };
}
