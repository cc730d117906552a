/// <reference lib="dom" />
import { Window } from 'happy-dom';
import { expect, onTestFinished, vi } from 'vitest';
import { type LocalPortal, type PortalSettings, startPortal } from './server.ts';

const realFetch = fetch;

/** Runs the page's own application, signed in, in a document without a browser. */
async function openPage(portal: LocalPortal, path: string): Promise<Document> {
  const cookie = portal.signIn();
  const send = (input: string | URL, init: RequestInit = {}) =>
    realFetch(new URL(input, portal.origin), { ...init, headers: { ...init.headers, cookie } });
  const shell = await (await send(path)).text();

  const window = new Window({ url: portal.origin + path });
  const document = window.document as unknown as Document;
  for (const pair of cookie.split('; ')) document.cookie = `${pair}; path=/`;
  document.head.innerHTML = /<meta name="app-config"[^>]*>/.exec(shell)?.[0] ?? '';
  document.body.innerHTML = '<div id="root"></div>';

  // The server shares this process, so all other globals stay Node's own.
  vi.stubGlobal('document', document);
  vi.stubGlobal('location', window.location);
  vi.stubGlobal('history', window.history);
  vi.stubGlobal('FormData', window.FormData);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  vi.stubGlobal('fetch', send);
  // The application reads its settings once, when it loads.
  vi.resetModules();
  await import('./client/main.ts');
  return document;
}

/** The text of an element, with whitespace collapsed. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A button or menu item by its accessible name. */
export function byName(root: ParentNode, name: string): HTMLElement {
  const all = [...root.querySelectorAll<HTMLElement>('button, [role=menuitem], [role=option]')];
  const found = all.find((each) =>
    [each.getAttribute('aria-label') ?? each.getAttribute('title'), textOf(each)].includes(name),
  );
  if (!found) throw new Error(`There is no "${name}" among ${all.map(textOf).join(' | ')}.`);
  return found;
}

/** Waits for the page, checking often. */
export const soon = <T>(check: () => T) => vi.waitFor(check, { interval: 5 });

export type Settings = Partial<PortalSettings>;

/** Starts a portal with these settings and opens its credentials page. */
export async function openCredentials(settings: Settings) {
  const portal = await startPortal(settings);
  onTestFinished(() => portal.close());
  const path =
    settings.layout === 'custom' ? '/profile/apiCredentials' : '/profile/api-credentials';
  const inDrawer = settings.layout === 'drawer';
  const page = await openPage(portal, inDrawer ? '/home#api-credentials' : path);
  await soon(() => expect(textOf(page.body)).toContain('staging deploy'));
  return { portal, page };
}

/** Generates a key like a user; returns its value once the portal has the key. */
export async function generate(
  { portal, page }: Awaited<ReturnType<typeof openCredentials>>,
  button: string,
) {
  const count = portal.keysOf('mfortin').length;
  byName(page, button).click();
  if (portal.settings.layout !== 'drawer') {
    const form = await soon(() => {
      const found = page.querySelector<HTMLFormElement>('form[role=dialog]');
      if (!found) throw new Error('There is no dialog.');
      return found;
    });
    const input = form.querySelector<HTMLInputElement>('input[name=name]');
    if (input) input.value = 'made here';
    form.querySelector<HTMLElement>('button[type=submit]')?.click();
  }
  await soon(() => expect(portal.keysOf('mfortin')).toHaveLength(count + 1));
  return portal.keysOf('mfortin')[0]?.value ?? '';
}
