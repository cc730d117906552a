import { fileURLToPath } from 'node:url';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { BrowserName } from './find.ts';
import type { Plain, Sent } from './run-in.ts';

/** Names of this machine for portals with an address of their own, known to the test browsers alone. */
export const TEST_HOSTS = ['portal.test', 'api.portal.test'];

/** How a browser is started; everything has a default. */
export interface BrowserOptions {
  /** The folder of the built extension; by default what the last build left for this browser. */
  extension?: string;
  /** The language of the browser, and so of the extension; English whatever the machine speaks. */
  language?: 'en' | 'fr' | 'es';
  colorScheme?: 'light' | 'dark';
  headless?: boolean;
  /** A folder to keep the profile in; by default one that is deleted at the end. */
  profile?: string;
  /** A proxy, as host:port, that every request goes through, also one to this very machine. */
  proxy?: string;
}

/**
 * What every browser does in its own way. All else is written once, in `TestBrowser` and `View`,
 * so that a test runs unchanged in each of them.
 */
export interface Driver {
  readonly name: BrowserName;
  readonly puppeteer: Browser;
  /** The address of a file of the extension. */
  extensionUrl(path: string): string;
  open(page: Page, url: string): Promise<void>;
  /**
   * Finds what can be seen and has this role (and name) in the browser's own accessibility tree, also
   * in closed shadow trees.
   * @param within where to look; the whole page by default
   */
  query(page: Page, role: string, name?: string, within?: ElementHandle): Promise<ElementHandle[]>;
  /** Clicks the extension's button in the toolbar; gives the popup. */
  showPopup(front: Page): Promise<Page>;
  hidePopup(popup: Page): Promise<void>;
  /** Runs a function, which must stand on its own, on a page of the extension that nobody sees. */
  inExtension<A extends Plain[], T>(run: Sent<A, T>, ...args: A): Promise<T>;
  /** Gives the extension these hosts, as if it had asked for them and the user had said yes. */
  grantHosts(patterns: string[]): Promise<void>;
  /** Lets the next requests for these hosts succeed as if the user had said yes. */
  allowHosts(patterns: string[]): Promise<void>;
  /** Lets the extension change the clipboard as if the user had said yes; it may be installed anew for it. */
  allowClipboard(): Promise<void>;
  /** Lets the extension into private windows, as a user does; it is a new one afterwards. */
  allowPrivate(): Promise<void>;
  /** Takes these hosts back, as a user does in the browser's own settings. */
  takeBackHosts(patterns: string[]): Promise<void>;
  badgeText(): Promise<string>;
  stopBackground(): Promise<void>;
  readClipboard(): Promise<string>;
  /** Brings back the state of a first start: nothing is stored, granted, or on the clipboard. */
  reset(): Promise<void>;
  /**
   * Ends the browser.
   * @returns the hosts that it asked for on its own behalf alone, as host:port; none unless it had a proxy
   */
  close(): Promise<string[]>;
}

/** What the build for each browser is called. */
export const BUILDS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;

/** The folder that the last build for a browser left behind. */
export function builtExtension(name: BrowserName): string {
  return fileURLToPath(new URL(`../../.output/${BUILDS[name]}`, import.meta.url));
}
