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

type State = Awaited<ReturnType<typeof openWindowState>>;

/** Opens a window. At the end of the test it reads nothing any more, which the next test would find stored. */
export async function openState(tab?: ActiveTab): Promise<State> {
  const state = await openWindowState(tab);
  onTestFinished(() => idle(state));
  return state;
}

/** Opens a window, and waits until the portal has answered. */
export async function openWindow(tab?: ActiveTab): Promise<State> {
  const state = await openState(tab);
  await idle(state);
  return state;
}

/** Waits until a window reads nothing any more. */
export function idle({ shown }: State): Promise<void> {
  return vi.waitFor(
    () => {
      if (shown.value?.model.loading.value) throw new Error('It is still reading.');
    },
    { timeout: 4000 },
  );
}

/** Collects the messages to the background, which are answered with nothing. */
export function collectMessages(): { name: string; payload: unknown }[] {
  const heard: { name: string; payload: unknown }[] = [];
  fakeBrowser.runtime.onMessage.addListener(async (message) => {
    heard.push(message);
    return null;
  });
  return heard;
}
