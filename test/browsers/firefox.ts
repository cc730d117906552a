import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { type BrowserOptions, builtExtension, type Driver, TEST_HOSTS } from './driver.ts';
import { findBrowser } from './find.ts';
import * as inside from './firefox-inside.ts';
import { FirefoxPopups } from './firefox-popups.ts';
import { queryFirefox } from './firefox-query.ts';
import { FirefoxSystem } from './firefox-system.ts';
import { writeLanguagePack } from './language-pack.ts';
import { type Plain, runIn, type Sent } from './run-in.ts';
import { untilLoaded } from './until.ts';

const LOCALES = { en: 'en-US', fr: 'fr', es: 'es-ES' } as const;
const PROMPTS = 'extensions.webextOptionalPermissionPrompts';

/** A kept profile saves its session as a user's does, every second. */
const KEEPING = {
  'browser.sessionstore.resume_from_crash': true,
  'browser.sessionstore.interval': 1000,
};

function throughProxy(proxy: string) {
  const { hostname, port } = new URL(`http://${proxy}`);
  return {
    'network.proxy.type': 1,
    'network.proxy.http': hostname,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': hostname,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}

/** Starts Firefox with the extension in it. */
export async function startFirefox(options: BrowserOptions): Promise<Driver> {
  const locale = LOCALES[options.language ?? 'en'];
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findBrowser('firefox'),
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    // Without this, tests cannot access pages of extensions or Firefox's own window.
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'network.dns.localDomains': TEST_HOSTS.join(),
      'intl.locale.requested': locale,
      'intl.accept_languages': locale,
      'extensions.langpacks.signatures.required': false,
      'ui.systemUsesDarkTheme': options.colorScheme === 'dark' ? 1 : 0,
      ...(options.profile ? KEEPING : {}),
      ...(options.proxy ? throughProxy(options.proxy) : {}),
    },
  });
  const system = await FirefoxSystem.of(browser);
  if (options.proxy) await system.run(inside.recordRequests);
  if (locale !== LOCALES.en) await browser.installExtension(await writeLanguagePack(locale));
  const folder = options.extension ?? builtExtension('firefox');
  const driver = new FirefoxDriver(browser, system, folder);
  await driver.install();
  return driver;
}

class FirefoxDriver implements Driver {
  readonly name = 'firefox';
  readonly puppeteer: Browser;
  readonly #system: FirefoxSystem;
  readonly #popups: FirefoxPopups;
  readonly #folder: string;
  #helper: { page: Page; url: string } | undefined;
  #id = '';
  #host = '';

  constructor(browser: Browser, system: FirefoxSystem, folder: string) {
    this.puppeteer = browser;
    this.#system = system;
    this.#popups = new FirefoxPopups(browser, system);
    this.#folder = folder;
  }

  async install(): Promise<void> {
    this.#id = await this.puppeteer.installExtension(this.#folder);
    this.#host = await this.#system.run(inside.extensionHost, this.#id);
  }

  extensionUrl(path: string): string {
    return `moz-extension://${this.#host}/${path}`;
  }

  async open(page: Page, url: string): Promise<void> {
    // Firefox reports no load events for pages of extensions, so waiting for one would never end.
    const { protocol } = new URL(url);
    const isExtension = protocol === 'moz-extension:';
    await page.goto(url, isExtension ? { waitUntil: [] } : {});
    if (isExtension) await untilLoaded(page, protocol);
  }

  query(page: Page, ...what: [role: string, name?: string, within?: ElementHandle]) {
    return queryFirefox(this.#system, page, ...what);
  }

  showPopup(front: Page): Promise<Page> {
    return this.#popups.show(this.#id, front);
  }

  hidePopup(popup: Page): Promise<void> {
    return this.#popups.hide(popup);
  }

  async inExtension<A extends Plain[], T>(run: Sent<A, T>, ...args: A): Promise<T> {
    return runIn(await this.#openHelper(), run, args);
  }

  async grantHosts(patterns: string[]): Promise<void> {
    await this.#system.run(inside.grantHosts, this.#id, patterns);
  }

  readClipboard(): Promise<string> {
    return this.#system.run(inside.readClipboard);
  }

  async allowHosts(): Promise<void> {
    await this.#system.run(inside.setPreference, PROMPTS, false);
  }

  async allowPrivate(): Promise<void> {
    this.#helper = undefined;
    await this.#system.run(inside.allowPrivate, this.#id);
    this.#host = await this.#system.run(inside.extensionHost, this.#id);
  }

  allowClipboard(): Promise<void> {
    return this.allowHosts();
  }

  async revokeHosts(patterns: string[]): Promise<void> {
    await this.#system.run(inside.setPreference, PROMPTS, true);
    await this.#system.run(inside.revokeHosts, this.#id, patterns);
  }

  badgeText(): Promise<string> {
    return this.#system.run(inside.badgeText, this.#id);
  }

  async stopBackground(): Promise<void> {
    await this.#system.run(inside.stopBackground, this.#id);
  }

  async reset(): Promise<void> {
    // Clearing storage is not enough: pending events and requests would wake the background and write again.
    await this.puppeteer.uninstallExtension(this.#id);
    this.#helper = undefined;
    await this.#system.run(inside.forgetAll);
    await this.#system.run(inside.setPreference, PROMPTS, true);
    await this.install();
  }

  /** Returns a background tab with a page of the extension that runs no script; opens it if necessary. */
  async #openHelper(): Promise<Page> {
    const url = this.extensionUrl('manifest.json');
    if (this.#helper && !this.#helper.page.isClosed() && this.#helper.url === url)
      return this.#helper.page;
    const page = await this.puppeteer.newPage({ background: true });
    await this.open(page, url);
    this.#helper = { page, url };
    return page;
  }

  async close(): Promise<string[]> {
    const hosts = await this.#system.run(inside.ownHosts);
    await this.puppeteer.close();
    return hosts;
  }
}
