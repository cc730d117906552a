/* Functions that run on a page of the extension. Each is sent as source text, so it must be self-contained. */

/** Reads all of the extension's state, as one string per kind. */
export async function readEverything(): Promise<Record<string, string>> {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  const api = browser ?? chrome;
  const kept = {
    local: await api.storage.local.get(),
    // Empty lists count as missing: the background may just have written them.
    session: Object.entries(await api.storage.session.get()).filter(
      ([, all]) => !Array.isArray(all) || all.length > 0,
    ),
    alarms: await api.alarms.getAll(),
    scripts: await api.scripting.getRegisteredContentScripts(),
    rules: await api.declarativeNetRequest.getSessionRules(),
    badge: await api.action.getBadgeText({}),
    permissions: await api.permissions.getAll(),
    page: { ...localStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    tabs: (await api.tabs.query({})).length,
  };
  return Object.fromEntries(Object.entries(kept).map(([kind, all]) => [kind, JSON.stringify(all)]));
}

/** Stores settings, and waits until the background has set up the hosts in them. */
export async function storeSettings(json: string, origins: string[]): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  const api = browser ?? chrome;
  await api.storage.local.set(JSON.parse(json));
  const isReady = async () => {
    const scripts = JSON.stringify(await api.scripting.getRegisteredContentScripts());
    const rules = JSON.stringify(await api.declarativeNetRequest.getSessionRules());
    return origins.every(
      (origin) => scripts.includes(`//${new URL(origin).hostname}/*`) && rules.includes(origin),
    );
  };
  const end = Date.now() + 20_000;
  while (!(await isReady()))
    if (Date.now() > end) throw new Error(`The background has not set up ${origins}.`);
}

/** The extension APIs used here. */
interface Extension {
  storage: Record<
    'local' | 'session',
    { get(): Promise<object>; set(items: object): Promise<void> }
  >;
  alarms: { getAll(): Promise<unknown> };
  scripting: {
    getRegisteredContentScripts(): Promise<unknown>;
  };
  declarativeNetRequest: { getSessionRules(): Promise<unknown> };
  action: {
    getBadgeText(details: object): Promise<string>;
  };
  permissions: { getAll(): Promise<unknown> };
  tabs: { query(filter: object): Promise<object[]> };
}
