import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { type ActiveTab, ownStore, portalTab } from '../browser/tabs';
import type { Handoff } from '../keys/handoff';
import type { KnownList } from '../keys/key-list';
import { send } from '../messages';
import { type PortalSession, sameSession } from '../portal/session';
import { clearing as clearingItem, handoffs as handoffItem } from '../stored/memory';
import {
  type Discovery,
  discoveries as discoveryItem,
  lastPortal,
  type Portal,
  portals as portalItem,
} from '../stored/portals';
import { currentDiscovery, effectivePortal } from '../transport/effective-portal';
import { openSession, type ShownSession } from './shown-session';
import { onChange, signalOf } from './signal-of';

/** Everything that a window shows, as signals. */
export type WindowState = Awaited<ReturnType<typeof openWindowState>>;

/**
 * Opens the state of a window, and keeps it up to date with storage and other windows.
 * @param tab the active tab: if its portal is connected, it is shown first, in the tab's session
 */
export async function openWindowState(tab?: ActiveTab | null) {
  const [portals, handoffs, clearing, discoveries, last] = await Promise.all([
    signalOf(portalItem),
    signalOf(handoffItem),
    signalOf(clearingItem),
    signalOf(discoveryItem),
    lastPortal.getValue(),
  ]);
  const { shown, select } = createSelection(handoffs, tab);
  const origin = computed(() => shown.value?.session.origin);
  const portal = computed(() => portals.value.find((each) => each.origin === origin.value) ?? null);
  const refresh = () => void shown.value?.model.refresh();

  const initial = [tab?.origin, last, portals.value[0]?.origin].find((each) =>
    portals.value.some((connected) => connected.origin === each),
  );
  if (initial) await select(initial);

  onChange(portals, (next, before) => {
    const selected = portalToSelect(next, before, origin.peek());
    if (selected) void select(selected);
  });
  onChange(handoffs, (next, before) => {
    if (shown.peek() && hasNews(next, before, origin.peek())) refresh();
  });
  browser.permissions.onAdded.addListener(refresh);
  browser.permissions.onRemoved.addListener(refresh);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') refresh();
  });

  const discoveryOf = (each: Portal): Discovery =>
    currentDiscovery(each, discoveries.value[each.origin] ?? {});
  const discovery = computed(() => (portal.value ? discoveryOf(portal.value) : {}));
  const endpoint = computed(
    () => portal.value && effectivePortal(portal.value, discovery.value).endpoint,
  );
  return { portals, handoffs, clearing, shown, portal, discoveryOf, discovery, endpoint, select };
}

/** Creates the selection of the session that a window shows. */
function createSelection(handoffs: ReadonlySignal<Handoff[]>, tab?: ActiveTab | null) {
  const shown = signal<ShownSession | null>(null);
  let current = new AbortController();

  /**
   * Asks the background to check who is signed in if a kept value's key is not in the list: that value may
   * belong to somebody else.
   */
  function checkValues(session: PortalSession, list: KnownList | null): void {
    const isMissing = handoffs
      .peek()
      .some(
        (each) =>
          each.phase === 'ready' &&
          sameSession(each, session) &&
          !list?.keys.some((key) => key.id === each.keyId),
      );
    // A failure does no harm, because each list that is read asks again.
    if (isMissing) void send('checkSession', session).catch(() => {});
  }

  async function select(origin: string): Promise<void> {
    current.abort();
    const selection = new AbortController();
    current = selection;
    const session = await sessionFor(origin, handoffs.peek(), tab);
    const onList = (list: KnownList | null) => checkValues(session, list);
    const next = await openSession(session, onList, selection.signal);
    // The person may have selected another portal meanwhile.
    if (selection.signal.aborted) return;
    shown.value = next;
    void lastPortal.setValue(origin);
    void next.model.refresh();
  }

  return { shown, select };
}

/**
 * Returns the session in which to show a portal: that of the active tab's cookie store if the portal is in
 * use there, otherwise that of this window's own requests.
 */
async function sessionFor(
  origin: string,
  handoffs: Handoff[],
  tab?: ActiveTab | null,
): Promise<PortalSession> {
  const own = { origin, store: ownStore() };
  if (!tab || tab.store === own.store) return own;
  const session = { origin, store: tab.store };
  const isUsed =
    tab.origin === origin ||
    handoffs.some((each) => sameSession(each, session)) ||
    (await portalTab(origin, session.store)) !== null;
  return isUsed ? session : own;
}

/** Returns the portal to select after the list of portals has changed; `undefined` to change nothing. */
function portalToSelect(
  next: Portal[],
  before: Portal[],
  origin: string | undefined,
): string | undefined {
  const find = (all: Portal[], wanted: string | undefined) =>
    all.find((each) => each.origin === wanted);
  const added = next.find((each) => !find(before, each.origin));
  if (added) return added.origin;
  const shown = find(next, origin);
  if (!shown) return next[0]?.origin;
  return shown.apiOrigin === find(before, origin)?.apiOrigin ? undefined : origin;
}

/** Whether a new key of the portal has arrived, failed or been lost, so its list may have changed. */
function hasNews(next: Handoff[], before: Handoff[], origin: string | undefined): boolean {
  return next.some(
    (each) =>
      each.origin === origin &&
      each.phase !== 'sending' &&
      before.find(({ id }) => id === each.id)?.phase !== each.phase,
  );
}
