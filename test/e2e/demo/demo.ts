import type { TestBrowser } from '../../browsers/test-browser.ts';
import type { View } from '../../browsers/view.ts';
import type { LocalPortal, StoredKey } from '../../portal/server.ts';
import type { DemoOptions } from './options.ts';
import type { Words } from './words.ts';

/** About the size of a real popup. */
const POPUP = { width: 400, height: 560 };
const PAGE = { width: 1200, height: 800 };

/** What all steps share. */
export class Demo {
  readonly browser: TestBrowser;
  readonly portal: LocalPortal;
  readonly options: DemoOptions;
  readonly t: Words;
  /** Where screenshots and saved files go. */
  readonly folder: string;
  #created: StoredKey | undefined;
  #popup: Promise<View> | undefined;
  #optionsPage: Promise<View> | undefined;
  #portalPage: Promise<View> | undefined;

  constructor(
    browser: TestBrowser,
    portal: LocalPortal,
    options: DemoOptions,
    t: Words,
    folder: string,
  ) {
    this.browser = browser;
    this.portal = portal;
    this.options = options;
    this.t = t;
    this.folder = folder;
  }

  /** The name of the signed-in user. */
  get userName(): string {
    return this.portal.users[0].userName;
  }

  /** The signed-in user's keys, as the portal has them. */
  get keys(): StoredKey[] {
    return this.portal.keysOf(this.userName);
  }

  /** The key that was generated in the popup. */
  get created(): StoredKey {
    if (!this.#created) throw new Error('No key was generated yet.');
    return this.#created;
  }

  set created(key: StoredKey) {
    this.#created = key;
  }

  /** The popup's page in a tab of the same size, where it stays open. */
  popup(): Promise<View> {
    this.#popup ??= this.browser.openPopup().then((view) => this.#sized(view, POPUP));
    return this.#popup;
  }

  optionsPage(): Promise<View> {
    this.#optionsPage ??= this.browser.openOptions().then((view) => this.#sized(view, PAGE));
    return this.#optionsPage;
  }

  /** The address of the portal's own page with the keys, in every layout. */
  get portalAddress(): string {
    return `${this.portal.origin}/profile/api-credentials`;
  }

  portalPage(): Promise<View> {
    this.#portalPage ??= this.browser
      .openTab(this.portalAddress)
      .then((view) => this.#sized(view, PAGE));
    return this.#portalPage;
  }

  /** A fixed size makes screenshots comparable. A visible window keeps the size that the user chose. */
  async #sized(view: View, size: { width: number; height: number }): Promise<View> {
    if (this.options.headless) await view.page.setViewport(size);
    return view;
  }
}
