import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ActiveTab } from '../../../utils/browser/tabs';
import { type Portal, portals } from '../../../utils/stored/portals';
import { openWindowState } from '../../../utils/window/state';
import type { LocalPortal } from '../../portal/server';

/** A visible document: all that a window's state needs of a page. */
export function showWindow(): EventTarget {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return page;
}

/** Connects the local portal and then the others; returns the local one. */
export async function connected(local: LocalPortal, ...others: Portal[]): Promise<Portal> {
  const portal: Portal = { origin: local.origin, label: 'Local', color: 'blue' };
  await portals.update(() => [portal, ...others]);
  return portal;
}

/** Opens a window and waits until the portal has answered. */
export async function openWindow(tab?: ActiveTab) {
  const state = await openWindowState(tab);
  await idle(state);
  return state;
}

/** Waits until a window has stopped reading, because a late answer would be stored in the next test. */
export function idle({ shown }: Awaited<ReturnType<typeof openWindowState>>): Promise<void> {
  return vi.waitFor(
    () => {
      if (shown.value?.model.loading.value !== false) throw new Error('It is still reading.');
    },
    { timeout: 4000 },
  );
}

/** Collects the messages to the background and answers each with null. */
export function collectMessages(): { name: string; payload: unknown }[] {
  const received: { name: string; payload: unknown }[] = [];
  fakeBrowser.runtime.onMessage.addListener(async (message) => {
    received.push(message);
    return null;
  });
  return received;
}
