/*
 * Functions that run in pages. Each is sent as source text, so it must be self-contained. Messages are
 * passed as JSON, because the browsers' drivers cannot carry all of them.
 */

interface Extension {
  runtime: {
    id: string;
    sendMessage(message: unknown, more?: unknown): Promise<unknown>;
    connect(): { postMessage(message: unknown): void; disconnect(): void };
  };
  storage: Record<'local' | 'session', { get(): Promise<Record<string, unknown>> }> & {
    onChanged: { addListener(listen: (changes: Record<string, Change>) => void): void };
  };
  permissions: { getAll(): Promise<unknown> };
  alarms: { getAll(): Promise<unknown> };
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  scripting: {
    executeScript(injection: object): Promise<{ result: ContentScriptResult }[]>;
    getRegisteredContentScripts(): Promise<unknown>;
  };
}
interface Change {
  newValue?: Record<string, unknown>;
}
interface ContentScriptResult {
  isolated: boolean;
  session: string;
  local: string;
  replies: string[];
}

/** Reads everything that a message could change; `seen` holds what pages may report. */
export async function readAll(origin: string) {
  const world = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  const { storage, permissions, alarms, scripting } = world.browser ?? world.chrome;
  const { discoveries, ...local } = await storage.local.get();
  const { [origin]: found, ...others } = discoveries as Record<string, Record<string, unknown>>;
  const { endpoint, endpointFrom, seen, ...rest } = found ?? {};
  const session = await storage.session.get();
  const [handoff] = session.handoffs as { id: string }[];
  return {
    waiting: handoff?.id ?? '',
    session: JSON.stringify(session),
    local: JSON.stringify([local, others, rest]),
    seen: JSON.stringify({ endpoint, endpointFrom, seen }),
    granted: JSON.stringify([
      await permissions.getAll(),
      await alarms.getAll(),
      await scripting.getRegisteredContentScripts(),
    ]),
  };
}

/** Starts recording the reports of a portal's page that the background accepts. */
export function watchReports(origin: string): void {
  const world = globalThis as unknown as Record<'browser' | 'chrome', Extension> & {
    reports: string[];
  };
  world.reports = [];
  (world.browser ?? world.chrome).storage.onChanged.addListener(({ discoveries }) => {
    world.reports.push(JSON.stringify(discoveries?.newValue?.[origin] ?? null));
  });
}

/** Returns the reports recorded so far. */
export function readReports(): string[] {
  return (globalThis as unknown as { reports: string[] }).reports;
}

/** Sends messages in every way that a page's own script has. Returns how many it sent. */
export async function sendFromPage(json: string, extension: string): Promise<number> {
  const world = globalThis as unknown as Record<'browser' | 'chrome', Partial<Extension>>;
  const messages: unknown[] = JSON.parse(json);
  const channel = new BroadcastChannel('credentials');
  for (const message of messages) {
    window.postMessage(message, '*');
    channel.postMessage(message);
    for (const target of [window, document]) {
      const { name = 'message' } = Object(message) as { name?: unknown };
      target.dispatchEvent(new CustomEvent(String(name), { detail: message }));
      target.dispatchEvent(new MessageEvent('message', { data: message, origin: extension }));
    }
    for (const api of [world.chrome, world.browser]) {
      const id = new URL(extension).host;
      await api?.runtime?.sendMessage?.(id, message)?.catch?.(() => undefined);
    }
  }
  channel.close();
  // Wait until all messages have been delivered.
  await new Promise((resolve) => {
    addEventListener('message', ({ data }) => data === 'the last one' && resolve(data));
    window.postMessage('the last one', '*');
  });
  return messages.length;
}

/** Sends messages from a page of the extension. Returns each reply as text. */
export async function sendFromExtension(json: string): Promise<string[]> {
  const messages: unknown[] = JSON.parse(json);
  const world = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  const { runtime } = world.browser ?? world.chrome;
  const replyTo = async (message: unknown) => {
    try {
      return JSON.stringify(await runtime.sendMessage(message)) ?? '';
    } catch (error) {
      return String(error);
    }
  };
  return Promise.all(messages.map(replyTo));
}

/** Sends messages from the extension's isolated world in a portal's page, and reads the storage there. */
export async function sendFromContentScript(
  origin: string,
  json: string,
): Promise<ContentScriptResult> {
  const world = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  const { tabs, scripting } = world.browser ?? world.chrome;
  const tab = (await tabs.query({})).find(({ url }) => url?.startsWith(origin));
  const func = async (text: string) => {
    const all: unknown[] = JSON.parse(text);
    const inTab = globalThis as unknown as Record<'browser' | 'chrome', Extension> & object;
    const { runtime, storage } = inTab.browser ?? inTab.chrome;
    const replyTo = async (send: () => Promise<unknown>) => {
      try {
        return JSON.stringify(await send()) ?? '';
      } catch (error) {
        return String(error);
      }
    };
    const port = runtime.connect();
    for (const message of all) port.postMessage(message);
    const replies = await Promise.all([
      ...all.map((message) => replyTo(() => runtime.sendMessage(message))),
      ...all.map((message) => replyTo(() => runtime.sendMessage(runtime.id, message))),
    ]);
    return {
      // Only the extension's isolated world has this mark of its content script.
      isolated: 'credentialsStarted' in inTab,
      session: (await storage.session?.get().then(JSON.stringify, () => 'refused')) ?? 'refused',
      local: JSON.stringify(await storage.local.get()),
      replies,
    };
  };
  const [injected] = await scripting.executeScript({
    target: { tabId: tab?.id },
    func,
    args: [json],
  });
  if (!injected) throw new Error('The script did not run in the tab.');
  return injected.result;
}
