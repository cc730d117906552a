import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import puppeteer, {
  type Browser,
  type ElementHandle,
  type Extension,
  type ExtensionInstallOptions,
  type Page,
  TargetType,
} from 'puppeteer-core';
import { queryAccessible } from './accessible.ts';
import { type Helper, openHelper } from './chromium-helper.ts';
import { ownHosts } from './chromium-net-log.ts';
import { type BrowserOptions, builtExtension, type Driver, TEST_HOSTS } from './driver.ts';
import { findBrowser } from './find.ts';
import { type Plain, runIn, type Sent } from './run-in.ts';

const LOCALES = { en: 'en-US', fr: 'fr', es: 'es' } as const;

/** Starts Chromium or Chrome with the extension in it. */
export async function startChromium(options: BrowserOptions): Promise<Driver> {
  const locale = LOCALES[options.language ?? 'en'];
  const log = options.proxy && join(await mkdtemp(join(tmpdir(), 'cloudmc-net-')), 'log.json');
  const browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    headless: options.headless ?? true,
    // Branded Chrome only allows installing extensions over a pipe.
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    env: { ...process.env, LANGUAGE: locale },
    ...(options.profile ? { userDataDir: options.profile } : {}),
    args: [
      `--lang=${locale}`,
      `--accept-lang=${locale}`,
      '--window-size=1280,900',
      `--host-resolver-rules=${TEST_HOSTS.map((host) => `MAP ${host} 127.0.0.1`).join()}`,
      // Chromium's sandbox does not work for root, and containers run tests as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      ...(options.proxy
        ? [
            `--proxy-server=${options.proxy}`,
            '--proxy-bypass-list=<-loopback>',
            `--log-net-log=${log}`,
          ]
        : []),
    ],
  });
  const driver = new ChromiumDriver(browser, options.extension ?? builtExtension('chromium'), log);
  await driver.install();
  return driver;
}

class ChromiumDriver implements Driver {
  readonly name = 'chromium';
  readonly puppeteer: Browser;
  readonly #folder: string;
  readonly #log: string | undefined;
  #extension: Extension | undefined;
  #settings: Promise<Page> | undefined;
  #helper: Promise<Helper> | undefined;

  constructor(browser: Browser, folder: string, log: string | undefined) {
    this.puppeteer = browser;
    this.#folder = folder;
    this.#log = log;
  }

  get extension(): Extension {
    if (!this.#extension) throw new Error('The extension is not installed.');
    return this.#extension;
  }

  async install(folder = this.#folder, options?: ExtensionInstallOptions): Promise<void> {
    const id = await this.puppeteer.installExtension(folder, options);
    this.#extension = (await this.puppeteer.extensions()).get(id);
    await this.#backgroundTarget();
  }

  extensionUrl(path: string): string {
    return `chrome-extension://${this.extension.id}/${path}`;
  }

  async open(page: Page, url: string): Promise<void> {
    await page.goto(url);
  }

  async query(page: Page, role: string, name?: string, within?: ElementHandle) {
    const root = within ?? (await page.evaluateHandle(() => document.documentElement));
    return queryAccessible(root, role, name);
  }

  async showPopup(front: Page): Promise<Page> {
    // The popup's page may be open in a tab already, at the same URL.
    const before = new Set(this.puppeteer.targets());
    const shown = this.puppeteer.waitForTarget(
      (target) => !before.has(target) && target.url().startsWith(this.extensionUrl('popup.html')),
    );
    await this.extension.triggerAction(front);
    return (await shown).asPage();
  }

  async hidePopup(popup: Page): Promise<void> {
    // A popup closes itself when it loses focus, possibly at this very moment.
    await popup.close().catch((error: Error) => {
      if (!error.message.includes('No target')) throw error;
    });
  }

  async inExtension<A extends Plain[], T>(run: Sent<A, T>, ...args: A): Promise<T> {
    return runIn((await this.#openHelper()).page, run, args);
  }

  async allowHosts(patterns: string[]): Promise<void> {
    // This does not grant the host yet: the extension still requests it, but no prompt appears.
    await this.#changeHosts('addHostPermission', patterns);
  }

  async allowClipboard(): Promise<void> {
    // Chromium does not prompt for a permission that an extension had before. So install a version
    // that requires the optional ones first. The same folder makes both the same extension.
    const folder = await this.#copyOfExtension();
    const path = join(folder, 'manifest.json');
    const manifest = await readFile(path, 'utf8');
    const { permissions, optional_permissions, ...rest } = JSON.parse(manifest);
    const before = { ...rest, permissions: [...permissions, ...optional_permissions] };
    await this.puppeteer.uninstallExtension(this.extension.id);
    for (const text of [JSON.stringify(before), manifest]) {
      await writeFile(path, text);
      await this.install(folder);
    }
  }

  async allowPrivate(): Promise<void> {
    await this.puppeteer.uninstallExtension(this.extension.id);
    await this.install(this.#folder, { enabledInIncognito: true });
  }

  async revokeHosts(patterns: string[]): Promise<void> {
    await this.#changeHosts('removeHostPermission', patterns);
  }

  async grantHosts(patterns: string[]): Promise<void> {
    await this.allowHosts(patterns);
    // A request from here counts as one after a click.
    const request = (origins: string[]) => chrome.permissions.request({ origins });
    await this.inExtension(request, patterns);
  }

  badgeText(): Promise<string> {
    return this.inExtension(() => chrome.action.getBadgeText({}));
  }

  readClipboard(): Promise<string> {
    return this.inExtension(() => navigator.clipboard.readText());
  }

  async stopBackground(): Promise<void> {
    const { session } = await this.#openHelper();
    await session.send('ServiceWorker.stopAllWorkers');
  }

  async reset(): Promise<void> {
    const { session } = await this.#openHelper();
    await session.send('Storage.clearCookies');
    await this.inExtension(() => navigator.clipboard.writeText(''));
    // Clearing storage is not enough: pending events and requests would wake the background and write again.
    await this.puppeteer.uninstallExtension(this.extension.id);
    this.#helper = undefined;
    await this.install();
  }

  async close(): Promise<string[]> {
    await this.puppeteer.close();
    if (!this.#log) return [];
    const hosts = await ownHosts(this.#log);
    await rm(dirname(this.#log), { recursive: true });
    return hosts;
  }

  /** Copies the extension into a temporary folder that is deleted when the browser ends. */
  async #copyOfExtension(): Promise<string> {
    const copy = await mkdtemp(join(tmpdir(), 'extension-'));
    this.puppeteer.once('disconnected', () => rmSync(copy, { recursive: true }));
    await cp(this.#folder, copy, { recursive: true });
    return copy;
  }

  #backgroundTarget() {
    return this.puppeteer.waitForTarget(
      (target) =>
        target.type() === TargetType.SERVICE_WORKER &&
        target.url().startsWith(this.extensionUrl('')),
    );
  }

  /** Returns the helper page, and opens it if necessary. */
  async #openHelper(): Promise<Helper> {
    const helper = await this.#helper;
    if (helper && !helper.page.isClosed() && helper.page.url().startsWith(this.extensionUrl('')))
      return helper;
    this.#helper = openHelper(this.puppeteer, this.extensionUrl('').replace(/\/$/, ''));
    return this.#helper;
  }

  async #changeHosts(change: 'addHostPermission' | 'removeHostPermission', patterns: string[]) {
    this.#settings ??= this.#openSettings();
    const settings = await this.#settings;
    for (const pattern of patterns) {
      await settings.evaluate(
        (method, id, host) => chrome.developerPrivate[method](id, host),
        change,
        this.extension.id,
        pattern,
      );
    }
  }

  /** Opens the browser's extension settings. The page is slow to load, so it stays open. */
  async #openSettings(): Promise<Page> {
    const page = await this.puppeteer.newPage({ background: true });
    await page.goto('chrome://extensions');
    return page;
  }
}

/** The browser APIs used inside its pages. */
declare const chrome: {
  permissions: {
    request(what: object): Promise<boolean>;
  };
  action: { getBadgeText(details: object): Promise<string> };
  developerPrivate: Record<
    'addHostPermission' | 'removeHostPermission',
    (extension: string, host: string) => Promise<void>
  >;
};
