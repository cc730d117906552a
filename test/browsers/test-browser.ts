import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page, Target } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import type { BrowserName } from './find.ts';
import { storeSettings } from './in-extension.ts';
import type { Plain, Sent } from './run-in.ts';
import { View } from './view.ts';

/** A browser in the hands of a test: what a person can open, and the few things around it. */
export class TestBrowser {
  readonly name: BrowserName;
  readonly #driver: Driver;
  #views: View[] = [];
  #front: View | undefined;
  #popup: View | undefined;

  constructor(driver: Driver) {
    this.name = driver.name;
    this.#driver = driver;
  }

  /** Where the extension's pages have their addresses; new after each reset in Firefox. */
  get extensionOrigin(): string {
    return new URL(this.#driver.extensionUrl('')).href.replace(/\/$/, '');
  }

  /** Opens an address in a new tab in front. */
  async openTab(url: string): Promise<View> {
    await this.#popup?.close();
    const view = this.#tab(await this.#driver.puppeteer.newPage());
    await view.goto(url);
    return view;
  }

  /** Gives the tab that opens by itself while something is done, such as clicking a link. */
  async tabOpenedBy(act: () => Promise<void>): Promise<View> {
    const { puppeteer } = this.#driver;
    const before = new Set(puppeteer.targets());
    const isNew = (target: Target) => !before.has(target) && target.type() === 'page';
    const [target] = await Promise.all([puppeteer.waitForTarget(isNew), act()]);
    const page = await target.page();
    if (!page) throw new Error('The new tab is gone already.');
    return this.#tab(page);
  }

  /** Opens the popup's page in a tab, where it survives the opening of other tabs. */
  openPopup(): Promise<View> {
    return this.openTab(this.#driver.extensionUrl('popup.html'));
  }

  openOptions(): Promise<View> {
    return this.openTab(this.#driver.extensionUrl('options.html'));
  }

  /**
   * Clicks the toolbar button and gives the popup under it, which closes when a tab comes to front.
   * As with a click by a person, the extension may look at the tab in front from then on.
   * @param tab the tab to bring to front first; by default the one that is there
   */
  async openRealPopup(tab: View | undefined = this.#front): Promise<View> {
    const front = tab ?? (await this.openTab('about:blank'));
    await front.toFront();
    await this.#popup?.close();
    const page = await this.#driver.showPopup(front.page);
    this.#popup = new View(page, {
      toFront: async () => undefined,
      ...this.#surroundings(page),
      close: () => this.#driver.hidePopup(page),
    });
    return this.#add(this.#popup);
  }

  /** Lets the next clicked requests for these hosts succeed without a question. */
  async allowHosts(...origins: string[]): Promise<void> {
    await this.#driver.allowHosts(origins.map(hostPattern));
  }

  /**
   * Lets the next clicked request to change the clipboard succeed without a question. The extension may
   * be a new one afterwards, so this comes first in a test.
   */
  async allowClipboard(): Promise<void> {
    await this.#driver.allowClipboard();
  }

  /** Lets the extension into private windows, as its person can; it is a new one afterwards. */
  allowPrivate(): Promise<void> {
    return this.#driver.allowPrivate();
  }

  /** Takes these hosts back, as a user can at any time. */
  async takeBackHosts(...origins: string[]): Promise<void> {
    await this.#driver.takeBackHosts(origins.map(hostPattern));
  }

  /** What stands on the toolbar button. */
  badgeText(): Promise<string> {
    return this.#driver.badgeText();
  }

  /** Gives this browser cookies, written like a Cookie header. */
  async setCookie(origin: string, header: string): Promise<void> {
    const { hostname } = new URL(origin);
    for (const [at, cookie] of header.split('; ').entries()) {
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      // The first is the session; those behind it are for the portal's own scripts to read.
      const httpOnly = at === 0;
      await this.#driver.puppeteer.setCookie({ name, value, domain: hostname, httpOnly });
    }
  }

  /** The names of its cookies. */
  async cookies(): Promise<string[]> {
    return (await this.#driver.puppeteer.cookies()).map(({ name }) => name);
  }

  /** What a person would get by pasting; nothing comes to front for it. */
  readClipboard(): Promise<string> {
    return this.#driver.readClipboard();
  }

  /** Runs a function, which must stand on its own, on a page of the extension that nobody sees. */
  inExtension<A extends Plain[], T>(run: Sent<A, T>, ...args: A): Promise<T> {
    return this.#driver.inExtension(run, ...args);
  }

  /**
   * Has portals be connected, without the clicks for it.
   * @param settings what is stored of each beside its origin
   */
  async connect(origins: string[], settings: object = {}): Promise<void> {
    await this.#driver.grantHosts(origins.map(hostPattern));
    const [color, ...colors] = ['blue', 'green', 'amber'];
    const portals = origins.map((origin, at) => ({
      origin,
      label: new URL(origin).host,
      color: colors[at - 1] ?? color,
      ...settings,
    }));
    const stored = JSON.stringify({ portals, lastPortal: origins.at(-1) });
    await this.#driver.inExtension(storeSettings, stored, origins);
  }

  /** Ends the background like a browser does when it idles; the next event starts a new one. */
  stopBackground(): Promise<void> {
    return this.#driver.stopBackground();
  }

  /** Closes every tab and makes extension, permissions, cookies and clipboard as they are at first. */
  async reset(): Promise<void> {
    await this.#popup?.close();
    await Promise.all(this.#open().map((view) => view.close()));
    this.#views = [];
    this.#front = undefined;
    this.#popup = undefined;
    await this.#driver.reset();
  }

  /** Writes text and picture of everything that is open into a folder, for after a failure. */
  async keepEvidence(folder: string, label: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const [index, view] of this.#open().entries()) {
      await view.keepEvidence(join(folder, `${label}-${index + 1}`));
    }
  }

  /**
   * Ends it as a person does.
   * @returns the hosts that a browser with a proxy asked for itself: no page and no extension did
   */
  close(): Promise<string[]> {
    return this.#driver.close();
  }

  /** Ends all of its processes at once, as when the machine loses its power. */
  async kill(): Promise<void> {
    const { puppeteer } = this.#driver;
    const main = puppeteer.process();
    if (!main?.pid) throw new Error('The browser is not running.');
    const ended = once(main, 'exit');
    // Puppeteer starts it as the head of a group of its own, which all others are in.
    process.kill(-main.pid, 'SIGKILL');
    await ended;
  }

  #tab(page: Page): View {
    const view = new View(page, {
      toFront: () => this.#bringToFront(view),
      ...this.#surroundings(page),
      close: () => page.close(),
    });
    return this.#add(view);
  }

  #surroundings(page: Page) {
    return {
      open: (url: string) => this.#driver.open(page, url),
      query: (...what: [string, string?, ElementHandle?]) => this.#driver.query(page, ...what),
    };
  }

  #open(): View[] {
    return this.#views.filter((view) => !view.page.isClosed());
  }

  #add(view: View): View {
    this.#views.push(view);
    return view;
  }

  async #bringToFront(view: View): Promise<void> {
    if (this.#front === view) return;
    // A person's click on another tab would do it; Firefox needs to be told.
    await this.#popup?.close();
    this.#popup = undefined;
    await view.page.bringToFront();
    this.#front = view;
  }
}

/** Browsers take a port as part of a pattern for granted, and then do not let requests through. */
function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
