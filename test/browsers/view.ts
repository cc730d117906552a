import { writeFile } from 'node:fs/promises';
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { clickablePoint, visibleText } from './in-page.ts';
import { answered, inTime, NO_ANSWER, until } from './until.ts';

/** What a view needs from its browser. */
interface Dependencies {
  toFront(): Promise<void>;
  open(url: string): Promise<void>;
  query(role: string, name?: string, within?: ElementHandle): Promise<ElementHandle[]>;
  close(): Promise<void>;
}

/**
 * A tab or a popup, used as a person would. Elements are found by role and accessible name, as a screen
 * reader announces them. Each step waits until its element is there, and there are no other waits.
 */
export class View {
  readonly page: Page;
  readonly #dependencies: Dependencies;

  constructor(page: Page, dependencies: Dependencies) {
    this.page = page;
    this.#dependencies = dependencies;
  }

  goto(url: string): Promise<void> {
    return this.toFront().then(() => this.#dependencies.open(url));
  }

  /** Brings the tab to the front. Browsers draw only that one. */
  toFront(): Promise<void> {
    return this.#dependencies.toFront();
  }

  close(): Promise<void> {
    return this.#dependencies.close();
  }

  /** Waits until exactly one element has this role and name, and returns it. */
  find(role: string, name?: string, within?: ElementHandle): Promise<ElementHandle> {
    return this.#until(`one ${describe(role, name)}`, async () => {
      const found = await this.all(role, name, within);
      return found.length === 1 ? found[0] : undefined;
    });
  }

  /** All elements that have this role (and name) right now. */
  all(role: string, name?: string, within?: ElementHandle): Promise<ElementHandle[]> {
    return this.#dependencies.query(role, name, within);
  }

  /** The text of the one element with this role and name. */
  async textOf(role: string, name?: string, within?: ElementHandle): Promise<string> {
    return (await this.find(role, name, within)).evaluate(visibleText);
  }

  /** The texts of all elements that have this role right now, such as the rows of a list. */
  async texts(role: string, within?: ElementHandle): Promise<string[]> {
    const elements = await this.all(role, undefined, within);
    return Promise.all(elements.map((element) => element.evaluate(visibleText)));
  }

  /** Waits until no element has this role and name. */
  async gone(role: string, name?: string): Promise<void> {
    await this.#until(`no ${describe(role, name)}`, async () => {
      const found = await this.all(role, name);
      return found.length === 0 || undefined;
    });
  }

  async click(role: string, name?: string, within?: ElementHandle): Promise<void> {
    // The page may replace the element at any time, so find it again each time.
    const point = await this.#until(`one clickable ${describe(role, name)}`, async () => {
      const [element, ...others] = await this.all(role, name, within);
      if (!element || others.length > 0) return undefined;
      const free = await element.evaluate(clickablePoint);
      // Another tab can come to the front by itself, such as the one behind a closing popup.
      if (!free && (await this.page.evaluate(() => document.hidden)))
        await this.page.bringToFront();
      return free ?? undefined;
    });
    const click = this.page.mouse.click(point.x, point.y, { delay: point.rest });
    // The click can close its own popup, or replace its page, before the browser confirms it.
    await answered(click).catch((error: Error) => {
      if (!['Target closed', NO_ANSWER].some((text) => error.message.includes(text))) throw error;
    });
  }

  async focus(role: string, name?: string): Promise<void> {
    const element = await this.find(role, name);
    await element.focus();
  }

  /** Replaces a field's text by typing. */
  async fill(role: string, name: string, text: string): Promise<void> {
    const element = await this.find(role, name);
    await element.evaluate((field) => {
      if (field instanceof HTMLElement) field.focus();
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
    });
    if (text === '') await this.press('Backspace');
    else await this.type(text);
  }

  /** Types into the focused element. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses a key, alone or with modifiers: `Escape`, `Alt+Shift+K`, `ControlOrMeta+V`. */
  async press(keys: string): Promise<void> {
    const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
    const parts = keys.replace('ControlOrMeta', modifier).split('+') as KeyInput[];
    const last = parts.pop();
    for (const part of parts) await this.page.keyboard.down(part);
    if (last) await this.page.keyboard.press(last);
    for (const part of parts.reverse()) await this.page.keyboard.up(part);
  }

  /** The text in a field. */
  async value(role: string, name?: string): Promise<string> {
    const element = await this.find(role, name);
    return element.evaluate((field) => (field as HTMLInputElement).value);
  }

  /** All visible text. */
  async text(): Promise<string> {
    return this.page.$eval('body', visibleText);
  }

  /** Waits until a text is visible. */
  async sees(text: string | RegExp): Promise<void> {
    await this.#until(`the text ${text}`, async () => {
      const seen = await this.text();
      return (typeof text === 'string' ? seen.includes(text) : text.test(seen)) || undefined;
    });
  }

  /** Waits until a live region of either kind announces a text. */
  async says(text: string): Promise<void> {
    await this.#until(`the announcement "${text}"`, async () => {
      const said = [...(await this.texts('status')), ...(await this.texts('alert'))];
      return said.some((each) => each.includes(text)) || undefined;
    });
  }

  /** Waits until nothing on the page is marked as busy. */
  async idle(): Promise<void> {
    await this.#until('an idle page', () =>
      this.page.evaluate(() => !document.querySelector('[aria-busy="true"]') || undefined),
    );
  }

  /** Waits until an element has the focus. */
  async focused(role: string, name?: string): Promise<void> {
    await this.#until(`the focus on ${describe(role, name)}`, async () => {
      const [element] = await this.all(role, name);
      return (await element?.evaluate((node) => node.matches(':focus'))) || undefined;
    });
  }

  /** Saves the visible text and a screenshot, unless the page is too broken for that. */
  async keepEvidence(path: string): Promise<void> {
    const write = async () => {
      await writeFile(`${path}.txt`, await this.text());
      await this.page.screenshot({ path: `${path}.png` });
    };
    await inTime('a screenshot', write()).catch(() => undefined);
  }

  async #until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    await this.toFront();
    return until(this.page, what, look);
  }
}

function describe(role: string, name: string | undefined): string {
  return name === undefined ? role : `${role} "${name}"`;
}
