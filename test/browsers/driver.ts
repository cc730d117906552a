import { fileURLToPath } from 'node:url';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { BrowserName } from './find.ts';
import type { Plain, Sent } from './run-in.ts';

/** Host names that only the test browsers resolve, to this machine. */
export const TEST_HOSTS = ['portal.test', 'api.portal.test'];

/** How a browser is started; everything has a default. */
export interface BrowserOptions {
  /** The folder of the built extension; by default the last build for this browser. */
  extension?: string;
  /** The language of the browser, and so of the extension; English by default, whatever the system's. */
  language?: 'en' | 'fr' | 'es';
  colorScheme?: 'light' | 'dark';
  headless?: boolean;
  /** A folder to keep the profile in; by default one that is deleted at the end. */
  profile?: string;
  /** A proxy for every request, including those to this machine; host:port. */
  proxy?: string;
}

/**
 * What differs between the browsers. Everything else is written once, in `TestBrowser` and `View`,
 * so tests run unchanged in both.
 */
export interface Driver {
  readonly name: BrowserName;
  readonly puppeteer: Browser;
  /** The URL of a file of the extension. */
  extensionUrl(path: string): string;
  open(page: Page, url: string): Promise<void>;
  /**
   * Finds the visible elements with this role (and name) in the browser's accessibility tree, including
   * those in closed shadow trees.
   * @param within where to look; the whole page by default
   */
  query(page: Page, role: string, name?: string, within?: ElementHandle): Promise<ElementHandle[]>;
  /** Clicks the extension's toolbar button and returns the popup. */
  showPopup(front: Page): Promise<Page>;
  hidePopup(popup: Page): Promise<void>;
  /** Runs a self-contained function in a background tab of the extension. */
  inExtension<A extends Plain[], T>(run: Sent<A, T>, ...args: A): Promise<T>;
  /** Grants the extension these hosts, as if the user had accepted its request. */
  grantHosts(patterns: string[]): Promise<void>;
  /** Makes the next requests for these hosts succeed, as if the user accepted them. */
  allowHosts(patterns: string[]): Promise<void>;
  /** Makes the next request for the clipboard permission succeed. May reinstall the extension. */
  allowClipboard(): Promise<void>;
  /** Allows the extension in private windows. Reinstalls or reloads it. */
  allowPrivate(): Promise<void>;
  /** Revokes these hosts, as the user can in the browser's settings. */
  revokeHosts(patterns: string[]): Promise<void>;
  badgeText(): Promise<string>;
  stopBackground(): Promise<void>;
  readClipboard(): Promise<string>;
  /** Restores the state of a first start: nothing is stored, granted, or on the clipboard. */
  reset(): Promise<void>;
  /**
   * Closes the browser.
   * @returns the hosts that only the browser itself contacted, as host:port; none unless it had a proxy
   */
  close(): Promise<string[]>;
}

/** The folder of each browser's build, in `.output/`. */
export const BUILDS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;

/** The path of the last build for a browser. */
export function builtExtension(name: BrowserName): string {
  return fileURLToPath(new URL(`../../.output/${BUILDS[name]}`, import.meta.url));
}
