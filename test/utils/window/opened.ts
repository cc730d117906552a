import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ActiveTab } from '../../../utils/browser/tabs';
import { type Portal, portals } from '../../../utils/stored/portals';
import { openWindowState } from '../../../utils/window/state';
import type { LocalPortal } from '../../portal/server';

/** A document is all that a window's state needs of a page. */
export function showWindow(): EventTarget {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return page;
}

/** Connects portals, the first of which is the real local one. */
export async function connected(local: LocalPortal, ...others: Portal[]): Promise<Portal> {
  const portal: Portal = { origin: local.origin, label: 'Local', color: 'blue' };
  await portals.update(() => [portal, ...others]);
  return portal;
}

/** Opens a window, and waits until the portal has answered. */
export async function openWindow(tab?: ActiveTab) {
  const state = await openWindowState(tab);
  await idle(state);
  return state;
}

/** Waits until a window reads nothing any more: what it reads late would be stored in the next test. */
export function idle({ shown }: Awaited<ReturnType<typeof openWindowState>>): Promise<void> {
  return vi.waitFor(
    () => {
      if (shown.value?.model.loading.value !== false) throw new Error('It is still reading.');
    },
    { timeout: 4000 },
  );
}

/** Collects the messages to the background, which are answered with nothing. */
export function hearMessages(): { name: string; payload: unknown }[] {
  const heard: { name: string; payload: unknown }[] = [];
  fakeBrowser.runtime.onMessage.addListener(async (message) => {
    heard.push(message);
    return null;
  });
  return heard;
}
