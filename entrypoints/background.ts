import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages } from '../utils/answer-messages';
import { showWaiting } from '../utils/badge';
import { connect, finishConnecting } from '../utils/connect';
import { discover, discoverFor } from '../utils/discovery';
import { createHandoffs, type Handoff, nextTending } from '../utils/keys/handoff';
import { speakAsPortal } from '../utils/own-requests';
import { keptOnPage, reportedEndpoint, reportedRequests } from '../utils/page-reports';
import { clientOf } from '../utils/portal-client';
import { watchPortalPages } from '../utils/portal-pages';
import { forSamePerson } from '../utils/same-person';
import { handoffs as store } from '../utils/session';
import { createSessionEnd } from '../utils/session-end';
import { portals, preferences } from '../utils/settings';

const TENDING = 'tending';

export default defineBackground(() => {
  const handoffs = createHandoffs({
    store,
    clientOf: async (session) => forSamePerson(await clientOf(session, discover), session),
    now: Date.now,
    waitTime: async () => (await preferences.getValue()).waitMinutes * 60_000,
  });
  const watchPages = () => void portals.getValue().then(watchPortalPages);
  const ruled = portals.getValue().then(speakAsPortal);

  const sessionEnd = createSessionEnd({
    clientOf: (session) => clientOf(session, discover),
    finish: handoffs.finish,
  });
  sessionEnd.watch();

  answerMessages({
    connect,
    generate: async (asked) => {
      await ruled;
      await handoffs.generate(asked);
    },
    copied: ({ id }) => handoffs.copied(id),
    finish: ({ id }) => handoffs.finish(id),
    settle: ({ id }) => handoffs.settle(id),
    checkSession: sessionEnd.check,
    discover: discoverFor,
    endpointSeen: ({ endpoint }, { origin }) => reportedEndpoint(origin, endpoint),
    requestsSeen: ({ addresses }, { origin }) => reportedRequests(origin, addresses),
    keep: (shown, page) => keptOnPage(page, shown, handoffs.keep),
  });

  const wakeFor = (all: Handoff[]) => {
    const when = nextTending(all, Date.now());
    if (when !== null) void browser.alarms.create(TENDING, { when });
  };
  store.watch((all) => {
    void showWaiting(all);
    wakeFor(all);
  });
  browser.alarms.onAlarm.addListener(async () => {
    await handoffs.tend();
    wakeFor(await store.getValue());
  });
  portals.watch((all) => {
    void speakAsPortal(all);
    void watchPortalPages(all);
  });
  browser.permissions.onAdded.addListener(() => void finishConnecting().then(watchPages));
  browser.permissions.onRemoved.addListener(watchPages);
  browser.runtime.onInstalled.addListener(watchPages);
  browser.runtime.onStartup.addListener(watchPages);
  void handoffs.tend();
});
