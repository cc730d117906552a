/*
 * Functions that run in Firefox's own window. Each is sent as source text, so it can use nothing from
 * this file but the globals declared at its end.
 */

export function extensionHost(id: string): string {
  return WebExtensionPolicy.getByID(id).mozExtensionHostname;
}

export function setPreference(name: string, value: boolean): void {
  Services.prefs.setBoolPref(name, value);
}

/** Removes what an uninstalled extension and the visited sites leave behind. */
export async function forgetAll(): Promise<void> {
  Services.cookies.removeAll();
  Services.cache2.clear();
  await navigator.clipboard.writeText('');
  // Otherwise the old popup's frame would be found instead of the new one, and fail.
  for (const view of document.querySelectorAll('panelview[id^="PanelUI-webext-"]')) view.remove();
}

export function readClipboard(): Promise<string> {
  return navigator.clipboard.readText();
}

export async function grantHosts(id: string, origins: string[]): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.add(id, { permissions: [], origins }, extension);
}

export async function revokeHosts(id: string, origins: string[]): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.remove(id, { permissions: [], origins }, extension);
}

/** Allows an extension in private windows, and reloads it so that this takes effect. */
export async function allowPrivate(id: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { AddonManager } = ChromeUtils.importESModule(
    'resource://gre/modules/AddonManager.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  const permissions = ['internal:privateBrowsingAllowed'];
  await ExtensionPermissions.add(id, { permissions, origins: [] }, extension);
  const addon = await AddonManager.getAddonByID(id);
  await addon.reload();
}

export function badgeText(id: string): string {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
  return action.getProperty(null, 'badgeText') ?? '';
}

export async function stopBackground(id: string): Promise<void> {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
}

/**
 * Clicks the toolbar button and waits for its popup. The remote agent only finds the contents of tabs
 * by their ids, so it is patched to find popups as well.
 * @param tab the id of the tab in front: each window has its own toolbar
 * @returns the popup's id and URL
 */
export async function showPopup(id: string, tab: string): Promise<[context: string, url: string]> {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const selector = 'browser.webextension-popup-browser';
  if (!NavigableManager.knowsPopups) {
    const tabOnly = NavigableManager.getBrowserById.bind(NavigableManager);
    NavigableManager.getBrowserById = (context) =>
      tabOnly(context) ??
      [...Services.wm.getEnumerator('navigator:browser')]
        .flatMap((each) => [...each.document.querySelectorAll<FirefoxBrowserElement>(selector)])
        .find((popup) => NavigableManager.getIdForBrowser(popup) === context);
    NavigableManager.knowsPopups = true;
  }
  const front = NavigableManager.getBrowserById(tab)?.ownerDocument.defaultView ?? window;

  const loaded = new Promise<FirefoxBrowserElement>((resolve) => {
    const options = { once: true, capture: true };
    front.document.addEventListener(
      'WebExtPopupLoaded',
      ({ target }) => resolve(target as FirefoxBrowserElement),
      options,
    );
  });
  const { extension } = WebExtensionPolicy.getByID(id);
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(front);
  const popup = await loaded;
  popup.permanentKey ??= {};
  return [NavigableManager.getIdForBrowser(popup), popup.currentURI.spec];
}

/** Waits until the popup closes, for whatever reason. */
export function untilPopupHides(): Promise<void> | void {
  const selector = 'browser.webextension-popup-browser';
  const panel = [...Services.wm.getEnumerator('navigator:browser')]
    .flatMap((each) => each.document.querySelector(selector) ?? [])[0]
    ?.closest('panel');
  if (!panel) return;
  return new Promise((resolve) => {
    panel.addEventListener('popuphidden', () => resolve(), { once: true });
  });
}

export function hidePopup(): void {
  const selector = 'browser.webextension-popup-browser';
  for (const { document } of Services.wm.getEnumerator('navigator:browser'))
    document.querySelector(selector)?.closest<FirefoxPanelElement>('panel')?.hidePopup();
}

/** Starts recording the host of each request, and whether Firefox itself sent it. */
export function recordRequests(): void {
  window.recordedRequests = [];
  const observer = (subject: FirefoxSupports) => {
    const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
    const host = `${URI.asciiHost}:${URI.port > 0 ? URI.port : URI.scheme === 'https' ? 443 : 80}`;
    const isTab = loadInfo.externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT;
    const isOwn = loadInfo.triggeringPrincipal.isSystemPrincipal && !isTab;
    window.recordedRequests?.push({ host, isOwn });
  };
  Services.obs.addObserver(observer, 'http-on-opening-request');
}

/** The hosts that only Firefox itself contacted, without any page, worker, extension or navigation. */
export function ownHosts(): string[] {
  const { recordedRequests = [] } = window;
  const hosts = (own: boolean) =>
    new Set(recordedRequests.flatMap(({ host, isOwn }) => (isOwn === own ? [host] : [])));
  return [...hosts(true).difference(hosts(false))];
}

interface FirefoxBrowserElement extends Element {
  permanentKey?: object;
  currentURI: { spec: string };
}

interface FirefoxPanelElement extends Element {
  hidePopup(): void;
}

interface FirefoxExtension {
  terminateBackground(options: object): Promise<void>;
}

interface FirefoxModules {
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: FirefoxExtension): {
            action: { getProperty(tab: null, name: 'badgeText'): string | null };
            triggerAction(window: Window): void;
          };
        };
      };
    };
  };
  'resource://gre/modules/ExtensionPermissions.sys.mjs': {
    ExtensionPermissions: {
      add(id: string, what: object, extension: FirefoxExtension): Promise<void>;
      remove(id: string, what: object, extension: FirefoxExtension): Promise<void>;
    };
  };
  'resource://gre/modules/AddonManager.sys.mjs': {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
  'chrome://remote/content/shared/NavigableManager.sys.mjs': {
    NavigableManager: {
      getBrowserById(context: string): FirefoxBrowserElement | null | undefined;
      getIdForBrowser(browser: FirefoxBrowserElement): string;
      knowsPopups?: boolean;
    };
  };
}

interface FirefoxSupports {
  QueryInterface(type: 'nsIHttpChannel'): {
    URI: { asciiHost: string; port: number; scheme: string };
    loadInfo: {
      externalContentPolicyType: number;
      triggeringPrincipal: { isSystemPrincipal: boolean };
    };
  };
}

declare const Ci: { nsIHttpChannel: 'nsIHttpChannel'; nsIContentPolicy: { TYPE_DOCUMENT: number } };
declare const window: Window & { recordedRequests?: { host: string; isOwn: boolean }[] };
declare const ChromeUtils: {
  importESModule<K extends keyof FirefoxModules>(name: K): FirefoxModules[K];
};
declare const Services: {
  prefs: { setBoolPref(name: string, value: boolean): void };
  obs: { addObserver(observer: (subject: FirefoxSupports) => void, topic: string): void };
  cookies: { removeAll(): void };
  cache2: { clear(): void };
  wm: { getEnumerator(type: 'navigator:browser'): Iterable<Window> };
};
declare const WebExtensionPolicy: {
  getByID(id: string): { extension: FirefoxExtension; mozExtensionHostname: string };
};
