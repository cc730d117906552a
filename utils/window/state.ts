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

export type WindowState = Awaited<ReturnType<typeof openWindowState>>;

/**
 * Opens what a window shows: read once, then kept up to date with the other windows.
 * @param tab the page in front: its portal is shown when it is connected, in the session of its cookie store
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

  const first = [tab?.origin, last, portals.value[0]?.origin].find((each) =>
    portals.value.some((connected) => connected.origin === each),
  );
  if (first) await select(first);

  onChange(portals, (next, before) => {
    const change = portalToSelect(next, before, origin.peek());
    if (change) void select(change);
  });
  onChange(handoffs, (next, before) => {
    if (shown.peek() && hasNews(next, before, origin.peek())) refresh();
  });
  browser.permissions.onAdded.addListener(refresh);
  browser.permissions.onRemoved.addListener(refresh);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') refresh();
  });

  const discoveryOf = (of: Portal): Discovery =>
    currentDiscovery(of, discoveries.value[of.origin] ?? {});
  const discovery = computed(() => (portal.value ? discoveryOf(portal.value) : {}));
  const endpoint = computed(
    () => portal.value && effectivePortal(portal.value, discovery.value).endpoint,
  );
  return { portals, handoffs, clearing, shown, portal, discoveryOf, discovery, endpoint, select };
}

/** Selects the session that a window shows. */
function createSelection(handoffs: ReadonlySignal<Handoff[]>, tab?: ActiveTab | null) {
  const shown = signal<ShownSession | null>(null);
  let current = new AbortController();

  /** Has the background check whose session it is when a waiting value is not among its keys. */
  function checkValues(session: PortalSession, seen: KnownList | null): void {
    const isMisplaced = handoffs
      .peek()
      .some(
        (each) =>
          each.phase === 'ready' &&
          sameSession(each, session) &&
          !seen?.keys.some((key) => key.id === each.keyId),
      );
    // The next list that is read asks again.
    if (isMisplaced) void send('checkSession', session).catch(() => {});
  }

  async function select(origin: string): Promise<void> {
    current.abort();
    const turn = new AbortController();
    current = turn;
    const session = await sessionFor(origin, handoffs.peek(), tab);
    const seen = (list: KnownList | null) => checkValues(session, list);
    const next = await openSession(session, seen, turn.signal);
    if (turn.signal.aborted) return;
    shown.value = next;
    void lastPortal.setValue(origin);
    void next.model.refresh();
  }

  return { shown, select };
}

/**
 * Chooses the session in which a portal is shown: that of the cookie store of the tab in front, where the
 * portal is used in it; otherwise the one that this window's own requests have.
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

/** Returns the portal to show after the list of portals has changed; `undefined` for the one that is shown. */
function portalToSelect(
  next: Portal[],
  before: Portal[],
  origin: string | undefined,
): string | undefined {
  const isIn = (all: Portal[], of: string | undefined) => all.find((each) => each.origin === of);
  const added = next.find((each) => !isIn(before, each.origin));
  if (added) return added.origin;
  const shown = isIn(next, origin);
  if (!shown) return next[0]?.origin;
  return shown.apiOrigin === isIn(before, origin)?.apiOrigin ? undefined : origin;
}

/** Whether a new key of the portal has arrived, was lost or has failed, so that its list may have changed. */
function hasNews(next: Handoff[], before: Handoff[], origin: string | undefined): boolean {
  return next.some(
    (each) =>
      each.origin === origin &&
      each.phase !== 'sending' &&
      before.find(({ id }) => id === each.id)?.phase !== each.phase,
  );
}
