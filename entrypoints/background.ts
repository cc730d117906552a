import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages } from '../utils/background/answer-messages';
import { updateBadge } from '../utils/background/badge';
import { connect, finishConnecting } from '../utils/background/connect';
import { updateContentScripts } from '../utils/background/content-scripts';
import { discover, discoverFor } from '../utils/background/discovery';
import { createStoreWatch } from '../utils/background/drop-closed-stores';
import { createSessionCheck } from '../utils/background/drop-ended-values';
import { keepFromPage, rememberEndpoint, rememberRequests } from '../utils/background/page-reports';
import { updateRequestRules } from '../utils/background/request-rules';
import { forSamePerson } from '../utils/background/same-person';
import { clearClipboard, mayClearClipboard } from '../utils/browser/clear-clipboard';
import { createClearing } from '../utils/keys/clearing';
import { type Handoff, nextSweepAt } from '../utils/keys/handoff';
import { createHandoffs } from '../utils/keys/handoffs';
import { clearing as clearingStore, drafts, handoffs as store } from '../utils/stored/memory';
import { portals } from '../utils/stored/portals';
import { preferences } from '../utils/stored/preferences';
import { clientOf } from '../utils/transport/portal-client';

const SWEEP = 'sweep';
const CLEARING = 'clearing';

export default defineBackground(() => {
  const handoffs = createHandoffs({
    store,
    clientOf: async (session) => forSamePerson(await clientOf(session, discover), session),
    now: Date.now,
    waitTime: async () => (await preferences.getValue()).waitMinutes * 60_000,
    // The window that sent it may be gone, and the next one must not offer the name again.
    onAccepted: (request) => drafts(request).set('generate', ''),
  });
  const clearing = createClearing({
    store: clearingStore,
    now: Date.now,
    delay: async () =>
      (await mayClearClipboard()) ? (await preferences.getValue()).clearAfter * 1000 : 0,
    wake: (when) => browser.alarms.create(CLEARING, { when }),
    clear: clearClipboard,
  });
  const sessions = createSessionCheck({
    clientOf: (session) => clientOf(session, discover),
    finish: handoffs.finish,
  });
  const stores = createStoreWatch(handoffs.forget);
  const rulesReady = portals.getValue().then(updateRequestRules);
  const watchPages = () => void portals.getValue().then(updateContentScripts);
  const sweep = () => Promise.all([handoffs.sweep(), clearing.sweep(), stores.drop()]);
  const scheduleSweep = (all: Handoff[]) => {
    const when = nextSweepAt(all, Date.now());
    if (when !== null) void browser.alarms.create(SWEEP, { when });
  };

  answerMessages({
    connect,
    generate: async (request) => {
      await rulesReady;
      await handoffs.generate(request);
    },
    copied: async ({ id }) => {
      await Promise.all([handoffs.copied(id), clearing.start()]);
    },
    copiedOther: clearing.forget,
    clearClipboard: clearing.clear,
    finish: ({ id }) => handoffs.finish(id),
    recheck: ({ id }) => handoffs.recheckOutcome(id),
    checkSession: sessions.check,
    discover: discoverFor,
    copiedOnPage: ({ what }) => (what === 'secret' ? clearing.start() : clearing.forget()),
    endpointSeen: ({ endpoint }, { origin }) => rememberEndpoint(origin, endpoint),
    requestsSeen: ({ addresses }, { origin }) => rememberRequests(origin, addresses),
    keep: (shown, page) => keepFromPage(page, shown, handoffs.keep),
  });

  sessions.watch();
  stores.watch();
  store.watch((all) => {
    void updateBadge(all);
    scheduleSweep(all);
  });
  browser.alarms.onAlarm.addListener(async () => {
    // A failure must not keep the next values from expiring.
    await sweep().finally(async () => scheduleSweep(await store.getValue()));
  });
  portals.watch((all) => {
    void updateRequestRules(all);
    void updateContentScripts(all);
  });
  browser.permissions.onAdded.addListener(() => void finishConnecting().then(watchPages));
  browser.permissions.onRemoved.addListener(watchPages);
  browser.permissions.onRemoved.addListener(({ permissions = [] }) => {
    if (!permissions.includes('clipboardWrite')) return;
    // Without the permission, the setting would promise something that no longer happens.
    void preferences.update((all) => ({ ...all, clearAfter: 0 }));
    void clearing.forget();
  });
  browser.runtime.onInstalled.addListener(watchPages);
  browser.runtime.onStartup.addListener(watchPages);
  void sweep();
});
