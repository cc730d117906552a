import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { ActiveTab } from '../browser/tabs';
import type { Drafts } from '../keys/drafts';
import { createKeysModel, type KeysModel, type KnownList } from '../keys/model';
import { send } from '../messages';
import {
  clearing as clearingItem,
  drafts as draftItem,
  handoffs as handoffItem,
  knownList,
} from '../stored/memory';
import {
  type Discovery,
  discoveries as discoveryItem,
  lastPortal,
  portals as portalItem,
} from '../stored/portals';
import type { PortalSession } from '../transport/portal-client';
import { windowClient } from './client';

export type WindowState = Awaited<ReturnType<typeof openWindowState>>;

/**
 * What a window of the extension shows, read once and then kept up to date with the other windows.
 * @param tab the page in front: its portal is shown when it is connected, in its own session if it has one
 */
export async function openWindowState(tab?: ActiveTab | null) {
  const [portalList, handoffList, clearAt, found, last, drafts] = await Promise.all([
    portalItem.getValue(),
    handoffItem.getValue(),
    clearingItem.getValue(),
    discoveryItem.getValue(),
    lastPortal.getValue(),
    draftItem.getValue(),
  ]);
  const portals = signal(portalList);
  const handoffs = signal(handoffList);
  const clearing = signal(clearAt);
  const discoveries = signal(found);
  const origin = signal('');
  const model = signal<KeysModel | null>(null);
  const portal = computed(() => portals.value.find((each) => each.origin === origin.value) ?? null);

  /** The session that this window shows of a portal. */
  const sessionOf = (of: string): PortalSession => ({
    origin: of,
    tab: tab?.ownSession && tab.origin === of ? String(tab.id) : '',
  });

  async function select(next: string): Promise<void> {
    const session = sessionOf(next);
    const list = knownList(next, session.tab);
    const known = await list.getValue();
    const current = createKeysModel(
      {
        client: () => windowClient(session),
        keep: (seen) => {
          checkValues(session, seen);
          return list.setValue(seen);
        },
        learn: ({ base }) => learnEndpoint(next, base),
        now: Date.now,
      },
      known,
    );
    origin.value = next;
    model.value = current;
    void lastPortal.setValue(next);
    void current.refresh();
  }

  /** Has the background look whose the session is, when a waiting value seems to be out of place in it. */
  function checkValues({ origin: of, tab: id }: PortalSession, seen: KnownList | null): void {
    const misplaced = handoffs.value.some(
      (each) =>
        each.phase === 'ready' &&
        each.origin === of &&
        each.tab === id &&
        !seen?.keys.some((key) => key.id === each.keyId),
    );
    if (misplaced) void send('checkSession', { origin: of, tab: id });
  }

  async function learnEndpoint(of: string, base: string) {
    await discoveryItem.update((all) =>
      all[of]?.endpoint
        ? all
        : { ...all, [of]: { ...all[of], endpoint: of + base, endpointFrom: 'api' } },
    );
  }

  const connected = (candidate: string | undefined) =>
    portals.value.some((each) => each.origin === candidate) ? candidate : undefined;
  const first = connected(tab?.origin) ?? connected(last) ?? portals.value[0]?.origin;
  if (first) await select(first);

  portalItem.watch((next) => {
    const added = next.find(({ origin: one }) => !connected(one));
    const api = portal.value?.apiOrigin;
    portals.value = next;
    if (added) void select(added.origin);
    else if (!portal.value && next[0]) void select(next[0].origin);
    else if (portal.value && portal.value.apiOrigin !== api) void select(origin.value);
  });
  handoffItem.watch((next) => {
    const settled = next.some(({ id, phase, origin: of }) => {
      const before = handoffs.value.find((each) => each.id === id);
      return of === origin.value && phase !== 'sending' && before?.phase !== phase;
    });
    handoffs.value = next;
    if (settled) void model.value?.refresh();
  });
  clearingItem.watch((next) => {
    clearing.value = next;
  });
  discoveryItem.watch((next) => {
    discoveries.value = next;
  });
  const refreshNow = () => void model.value?.refresh();
  browser.permissions.onAdded.addListener(refreshNow);
  browser.permissions.onRemoved.addListener(refreshNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') refreshNow();
  });

  const discovery = computed<Discovery>(() => discoveries.value[origin.value] ?? {});
  const endpoint = computed(() => portal.value?.endpoint ?? discovery.value.endpoint ?? null);

  /** What was begun in a session and not sent: it outlives the window, in memory. */
  function draftsOf({ origin: of, tab: id }: PortalSession): Drafts {
    const session = `${of} ${id}`;
    return {
      get: (what) => drafts[session]?.[what] ?? null,
      keep(what, text) {
        const { [what]: _, ...others } = drafts[session] ?? {};
        drafts[session] = text ? { ...others, [what]: text } : others;
        void draftItem.setValue(drafts);
      },
    };
  }

  return {
    portals,
    handoffs,
    draftsOf,
    clearing,
    sessionOf,
    discovery,
    discoveries,
    portal,
    model,
    endpoint,
    select,
  };
}
