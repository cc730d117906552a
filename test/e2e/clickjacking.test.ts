import { expect } from 'vitest';
import type { View } from '../browsers/view.ts';
import { tried } from '../thorough.ts';
import { ATTACKS, type Attack, type Moment } from './support/attacks.ts';
import { connect, generate, openCredentials } from './support/steps.ts';
import { test } from './support/test.ts';

const REFUSED = 'Click ignored';

declare global {
  interface Window {
    /** How often a script clicked one of the portal's own icons, as is done to read a masked value. */
    presses: number;
  }
}

const ONE_OF_EACH = 'one of each kind';
const groups = tried<[kind: string, attacks: Attack[]]>(
  [
    [ONE_OF_EACH, Object.values(ATTACKS).flatMap(([first]) => first ?? [])],
    ...Object.entries(ATTACKS),
  ],
  ([kind]) => kind === ONE_OF_EACH,
);

test.for(groups)(
  'buttons in the page ignore clicks that were meant for something else: %s',
  async ([, attacks], { browser, portal }) => {
    await connect(browser, portal);
    const page = await openCredentials(browser, portal);
    await generate(page, 'nightly build');
    await page.find('button', 'Copy key');
    await page.page.evaluate(() => {
      window.presses = 0;
      const count = ({ isTrusted, target }: Event) => {
        if (!isTrusted && target instanceof Element && target.closest('button')) window.presses++;
      };
      document.addEventListener('click', count, true);
    });
    const value = portal.keysOf('mfortin')[0]?.value;

    const outcomes: Record<string, string> = {};
    for (const attack of attacks) {
      // Without an attack, a button of the same kind works.
      await page.click('button', 'Copy staging deploy');
      await page.says('Copied');
      await carryOut(page, attack);
      const refused = (await page.texts('status')).some((text) => text.includes(REFUSED));
      const presses = await page.page.evaluate(() => {
        window.undo();
        const { presses: count } = window;
        window.presses = 0;
        return count;
      });
      const clipboard = await paste(page);
      // A click that should land but is not refused never reached the button, so this proves nothing.
      const outcome = attack.lands && !refused ? 'missed the button' : 'stopped';
      const acted = presses > 0 || clipboard !== 'staging deploy';
      outcomes[attack.name] = acted ? `acted: ${clipboard}` : outcome;
    }

    expect(outcomes).toEqual(Object.fromEntries(attacks.map(({ name }) => [name, 'stopped'])));
    await page.click('button', 'Copy key');
    await page.says('Copied');
    expect(await browser.readClipboard()).toBe(value);
  },
);

/** Reads the clipboard by pasting into the page. */
async function paste(view: View): Promise<string> {
  await view.page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste';
    document.body.append(field);
    field.focus();
  });
  await view.press('ControlOrMeta+V');
  return view.page.$eval('#paste', (field) => {
    field.remove();
    return (field as HTMLTextAreaElement).value;
  });
}

/** An empty spot on the page. */
const LURE = { x: 1000, y: 500 };

/** Moves the pointer where the attack wants it, and clicks. */
async function carryOut(view: View, { to, from, until, act }: Attack): Promise<void> {
  const { page } = view;
  const button = await view.find('button', 'Copy key');
  const box = await button.boundingBox();
  if (!box) throw new Error('The button is not visible.');
  const at = to === 'lure' ? LURE : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const moment = async (now: Moment) => {
    if (from === now) await act(button, at);
    if (until === now) await page.evaluate(() => window.undo());
  };
  await page.mouse.move(LURE.x, LURE.y - 50);
  await moment('arriving');
  await page.mouse.move(at.x, at.y);
  // Rest long enough that the click is not refused for coming too soon.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  await moment('resting');
  await page.mouse.down();
  await moment('pressing');
  await page.mouse.up();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
}
