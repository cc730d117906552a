import { writeFile } from 'node:fs/promises';
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { clickablePoint, visibleText } from './in-page.ts';
import { inTime, until } from './until.ts';

/** What a view leaves to its browser. */
interface Surroundings {
  toFront(): Promise<void>;
  open(url: string): Promise<void>;
  query(role: string, name?: string, within?: ElementHandle): Promise<ElementHandle[]>;
  close(): Promise<void>;
}

/**
 * A tab or a popup, used like a person uses it: things are found by role and accessible name, as a
 * screen reader announces them, and everything waits until it is there. Nothing else is waited for.
 */
export class View {
  readonly page: Page;
  readonly #surroundings: Surroundings;

  constructor(page: Page, surroundings: Surroundings) {
    this.page = page;
    this.#surroundings = surroundings;
  }

  goto(url: string): Promise<void> {
    return this.toFront().then(() => this.#surroundings.open(url));
  }

  /** A person looks at one tab at a time, and browsers draw only that one. */
  toFront(): Promise<void> {
    return this.#surroundings.toFront();
  }

  close(): Promise<void> {
    return this.#surroundings.close();
  }

  /** Waits for the one element with this role and name; two of a name are an error. */
  find(role: string, name?: string, within?: ElementHandle): Promise<ElementHandle> {
    return this.#until(`one ${describe(role, name)}`, async () => {
      const found = await this.all(role, name, within);
      return found.length === 1 ? found[0] : undefined;
    });
  }

  /** Everything that has this role (and name) at this moment. */
  all(role: string, name?: string, within?: ElementHandle): Promise<ElementHandle[]> {
    return this.#surroundings.query(role, name, within);
  }

  /** The text of the one element with this role and name. */
  async textOf(role: string, name?: string, within?: ElementHandle): Promise<string> {
    return (await this.find(role, name, within)).evaluate(visibleText);
  }

  /** The texts of everything that has this role at this moment, such as the rows of a list. */
  async texts(role: string, within?: ElementHandle): Promise<string[]> {
    const elements = await this.all(role, undefined, within);
    return Promise.all(elements.map((element) => element.evaluate(visibleText)));
  }

  /** Waits until nothing has this role and name. */
  async gone(role: string, name?: string): Promise<void> {
    await this.#until(`no ${describe(role, name)}`, async () => {
      const found = await this.all(role, name);
      return found.length === 0 || undefined;
    });
  }

  async click(role: string, name?: string, within?: ElementHandle): Promise<void> {
    // It is looked for each time anew, as a page may draw it anew.
    const point = await this.#until(`one free ${describe(role, name)}`, async () => {
      const [element, ...others] = await this.all(role, name, within);
      if (!element || others.length > 0) return undefined;
      const free = await element.evaluate(clickablePoint);
      // What came to front by itself, such as a tab behind a popup that closes, is sent back again.
      if (!free && (await this.page.evaluate(() => document.hidden)))
        await this.page.bringToFront();
      return free ?? undefined;
    });
    const click = this.page.mouse.click(point.x, point.y, { delay: point.rest });
    // What it opens can close a popup before the browser has said that it clicked.
    await click.catch((error: Error) => {
      if (!error.message.includes('Target closed')) throw error;
    });
  }

  async focus(role: string, name?: string): Promise<void> {
    const element = await this.find(role, name);
    await element.focus();
  }

  /** Replaces what stands in a field by typing. */
  async fill(role: string, name: string, text: string): Promise<void> {
    const element = await this.find(role, name);
    await element.evaluate((field) => {
      if (field instanceof HTMLElement) field.focus();
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
    });
    if (text === '') await this.press('Backspace');
    else await this.type(text);
  }

  /** Types into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses a key, alone or with others held: `Escape`, `Alt+Shift+K`, `ControlOrMeta+V`. */
  async press(keys: string): Promise<void> {
    const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
    const parts = keys.replace('ControlOrMeta', modifier).split('+') as KeyInput[];
    const last = parts.pop();
    for (const part of parts) await this.page.keyboard.down(part);
    if (last) await this.page.keyboard.press(last);
    for (const part of parts.reverse()) await this.page.keyboard.up(part);
  }

  /** What stands in a field. */
  async value(role: string, name?: string): Promise<string> {
    const element = await this.find(role, name);
    return element.evaluate((field) => (field as HTMLInputElement).value);
  }

  /** All text that can be seen. */
  async text(): Promise<string> {
    return this.page.$eval('body', visibleText);
  }

  /** Waits until a text can be seen. */
  async sees(text: string | RegExp): Promise<void> {
    await this.#until(`the text ${text}`, async () => {
      const seen = await this.text();
      return (typeof text === 'string' ? seen.includes(text) : text.test(seen)) || undefined;
    });
  }

  /** Waits until a screen reader is told something, by a live region of either kind. */
  async says(text: string): Promise<void> {
    await this.#until(`the announcement "${text}"`, async () => {
      const said = [...(await this.texts('status')), ...(await this.texts('alert'))];
      return said.some((each) => each.includes(text)) || undefined;
    });
  }

  /** Waits until nothing on the page says that it is busy. */
  async calm(): Promise<void> {
    await this.#until('the end of what is going on', () =>
      this.page.evaluate(() => !document.querySelector('[aria-busy="true"]') || undefined),
    );
  }

  /** Waits until the focus is on an element. */
  async focused(role: string, name?: string): Promise<void> {
    await this.#until(`the focus on ${describe(role, name)}`, async () => {
      const [element] = await this.all(role, name);
      return (await element?.evaluate((node) => node.matches(':focus'))) || undefined;
    });
  }

  /** Writes what it shows into a text and a picture, unless the page is too broken for that. */
  async keepEvidence(path: string): Promise<void> {
    const write = async () => {
      await writeFile(`${path}.txt`, await this.text());
      await this.page.screenshot({ path: `${path}.png` });
    };
    await inTime('a picture', write()).catch(() => undefined);
  }

  async #until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    await this.toFront();
    return until(this.page, what, look);
  }
}

function describe(role: string, name: string | undefined): string {
  return name === undefined ? role : `${role} "${name}"`;
}
