import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from './find.ts';

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
  /** Clicks the extension's button in the toolbar; gives the popup. */
  showPopup(front: Page): Promise<Page>;
  hidePopup(popup: Page): Promise<void>;
  /** Lets the next requests for these hosts succeed as if the user had said yes. */
  allowHosts(patterns: string[]): Promise<void>;
  /** Takes these hosts back, as a user does in the browser's own settings. */
  takeBackHosts(patterns: string[]): Promise<void>;
  badgeText(): Promise<string>;
  stopBackground(): Promise<void>;
  /** Brings back the state of a first start: a new extension, no cookies, no permissions. */
  reset(): Promise<void>;
}

/** The folder that the build of this name leaves behind. */
export function builtExtension(folder: 'chrome-mv3' | 'firefox-mv3'): string {
  return fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));
}
