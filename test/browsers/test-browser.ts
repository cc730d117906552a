import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page, Target } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import type { BrowserName } from './find.ts';
import { storeSettings } from './in-extension.ts';
import type { Plain, Sent } from './run-in.ts';
import { View } from './view.ts';

/** A browser under test: opens tabs and the extension's windows, and controls permissions and cookies. */
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

  /** The origin of the extension's pages. In Firefox it changes with each reset. */
  get extensionOrigin(): string {
    return new URL(this.#driver.extensionUrl('')).href.replace(/\/$/, '');
  }

  /** Opens a URL in a new tab in front. */
  async openTab(url: string): Promise<View> {
    await this.#popup?.close();
    const view = this.#tab(await this.#driver.puppeteer.newPage());
    await view.goto(url);
    return view;
  }

  /** Returns the tab that an action opens, such as a click on a link. */
  async tabOpenedBy(act: () => Promise<void>): Promise<View> {
    const { puppeteer } = this.#driver;
    const before = new Set(puppeteer.targets());
    const isNew = (target: Target) => !before.has(target) && target.type() === 'page';
    const [target] = await Promise.all([puppeteer.waitForTarget(isNew), act()]);
    const page = await target.page();
    if (!page) throw new Error('The new tab is gone already.');
    return this.#tab(page);
  }

  /** Opens the popup's page in a tab, where it stays open when other tabs are opened. */
  openPopup(): Promise<View> {
    return this.openTab(this.#driver.extensionUrl('popup.html'));
  }

  openOptions(): Promise<View> {
    return this.openTab(this.#driver.extensionUrl('options.html'));
  }

  /**
   * Clicks the toolbar button and returns the popup under it, which closes when a tab comes to the
   * front. As after any such click, the extension may then access the active tab.
   * @param tab the tab to bring to the front first; by default the one that is there
   */
  async openRealPopup(tab: View | undefined = this.#front): Promise<View> {
    const front = tab ?? (await this.openTab('about:blank'));
    await front.toFront();
    await this.#popup?.close();
    const page = await this.#driver.showPopup(front.page);
    this.#popup = new View(page, {
      toFront: async () => undefined,
      ...this.#dependencies(page),
      close: () => this.#driver.hidePopup(page),
    });
    return this.#add(this.#popup);
  }

  /** Makes the next requests for these hosts succeed without a prompt. */
  async allowHosts(...origins: string[]): Promise<void> {
    await this.#driver.allowHosts(origins.map(hostPattern));
  }

  /**
   * Makes the next request for the clipboard permission succeed without a prompt. This may reinstall the
   * extension, so call it first in a test.
   */
  async allowClipboard(): Promise<void> {
    await this.#driver.allowClipboard();
  }

  /** Allows the extension in private windows. This reinstalls or reloads it. */
  allowPrivate(): Promise<void> {
    return this.#driver.allowPrivate();
  }

  /** Revokes access to these hosts, as a user can at any time. */
  async revokeHosts(...origins: string[]): Promise<void> {
    await this.#driver.revokeHosts(origins.map(hostPattern));
  }

  /** The text of the toolbar button's badge. */
  badgeText(): Promise<string> {
    return this.#driver.badgeText();
  }

  /** Sets cookies, written like a Cookie header. */
  async setCookie(origin: string, header: string): Promise<void> {
    const { hostname } = new URL(origin);
    for (const [at, cookie] of header.split('; ').entries()) {
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      // The first is the session; the portal's own scripts read the others.
      const httpOnly = at === 0;
      await this.#driver.puppeteer.setCookie({ name, value, domain: hostname, httpOnly });
    }
  }

  /** The names of all cookies. */
  async cookies(): Promise<string[]> {
    return (await this.#driver.puppeteer.cookies()).map(({ name }) => name);
  }

  /** The text on the clipboard. Reading it brings nothing to the front. */
  readClipboard(): Promise<string> {
    return this.#driver.readClipboard();
  }

  /** Runs a self-contained function in a background tab of the extension. */
  inExtension<A extends Plain[], T>(run: Sent<A, T>, ...args: A): Promise<T> {
    return this.#driver.inExtension(run, ...args);
  }

  /**
   * Connects portals directly in storage, without clicks.
   * @param settings what else is stored for each portal
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

  /** Stops the background, as browsers do when it is idle. The next event starts it again. */
  stopBackground(): Promise<void> {
    return this.#driver.stopBackground();
  }

  /** Closes every tab, and resets the extension, permissions, cookies and clipboard. */
  async reset(): Promise<void> {
    await this.#popup?.close();
    await Promise.all(this.#open().map((view) => view.close()));
    this.#views = [];
    this.#front = undefined;
    this.#popup = undefined;
    await this.#driver.reset();
  }

  /** Saves the text and a screenshot of everything that is open, for after a failure. */
  async keepEvidence(folder: string, label: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const [index, view] of this.#open().entries()) {
      await view.keepEvidence(join(folder, `${label}-${index + 1}`));
    }
  }

  /**
   * Closes the browser normally.
   * @returns the hosts that only the browser itself contacted; none unless it had a proxy
   */
  close(): Promise<string[]> {
    return this.#driver.close();
  }

  /** Kills all of the browser's processes at once, as a power failure would. */
  async kill(): Promise<void> {
    const { puppeteer } = this.#driver;
    const main = puppeteer.process();
    if (!main?.pid) throw new Error('The browser is not running.');
    const ended = once(main, 'exit');
    // Puppeteer makes the browser the leader of a process group with all of its processes.
    process.kill(-main.pid, 'SIGKILL');
    await ended;
  }

  #tab(page: Page): View {
    const view = new View(page, {
      toFront: () => this.#bringToFront(view),
      ...this.#dependencies(page),
      close: () => page.close(),
    });
    return this.#add(view);
  }

  #dependencies(page: Page) {
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
    // A user's click on another tab closes the popup. In Firefox, bringToFront does not.
    await this.#popup?.close();
    this.#popup = undefined;
    await view.page.bringToFront();
    this.#front = view;
  }
}

/** Browsers accept a match pattern with a port, but then block the requests. So this leaves it out. */
function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
