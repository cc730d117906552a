import type { Browser, Page } from 'puppeteer-core';
import * as inside from './firefox-inside.ts';
import type { FirefoxSystem } from './firefox-system.ts';
import { inTime, untilLoaded } from './until.ts';

/**
 * The popup under the toolbar button. WebDriver BiDi sends no events for it, so they are emitted here.
 * Puppeteer then drives it like any page.
 */
export class FirefoxPopups {
  readonly #browser: Browser;
  readonly #system: FirefoxSystem;
  readonly #hidden = new WeakMap<Page, Promise<void>>();

  constructor(browser: Browser, system: FirefoxSystem) {
    this.#browser = browser;
    this.#system = system;
  }

  async show(extension: string, front: Page): Promise<Page> {
    const { _id: tab } = front.mainFrame() as unknown as { _id: string };
    const shown = this.#system.run(inside.showPopup, extension, tab);
    const [context, url] = await inTime('the popup', shown);
    const { clientWindow, connection } = this.#system;
    const details = {
      context,
      url,
      clientWindow,
      children: [],
      originalOpener: null,
      parent: null,
      userContext: 'default',
    };
    const before = new Set(this.#browser.targets());
    connection.emit('browsingContext.contextCreated', details);
    const target = await this.#browser.waitForTarget((one) => !before.has(one));
    const page = await target.page();
    if (!page) throw new Error('The popup closed at once.');

    const hidden = this.#system.run(inside.untilPopupHides).then(() => {
      connection.emit('browsingContext.contextDestroyed', details);
    });
    // This fails when the whole browser closes, which does no harm.
    this.#hidden.set(
      page,
      hidden.catch(() => undefined),
    );
    await untilLoaded(page, 'moz-extension:');
    return page;
  }

  async hide(page: Page): Promise<void> {
    if (page.isClosed()) return;
    await this.#system.run(inside.hidePopup);
    await this.#hidden.get(page);
  }
}
