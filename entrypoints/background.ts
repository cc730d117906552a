import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages } from '../utils/answer-messages';
import { showWaiting } from '../utils/badge';
import { connect, finishConnecting } from '../utils/connect';
import { discover, discoverFor } from '../utils/discovery';
import { reportedEndpoint } from '../utils/endpoint';
import { createHandoffs } from '../utils/keys/handoff';
import { clientOf } from '../utils/portal-client';
import { watchPortalPages } from '../utils/portal-pages';
import { handoffs as store } from '../utils/session';
import { portals, preferences } from '../utils/settings';

const EXPIRY = 'expiry';

export default defineBackground(() => {
  const handoffs = createHandoffs({
    store,
    clientOf: (origin) => clientOf(origin, discover),
    now: Date.now,
    waitTime: async () => (await preferences.getValue()).waitMinutes * 60_000,
  });
  const watchPages = async () => watchPortalPages(await portals.getValue());

  answerMessages({
    connect: ({ origin, label }) => connect(origin, label),
    generate: handoffs.generate,
    copied: ({ id }) => handoffs.copied(id),
    finish: ({ id }) => handoffs.finish(id),
    settle: ({ id }) => handoffs.settle(id),
    discover: discoverFor,
    endpointSeen: ({ endpoint }, origin) => reportedEndpoint(origin, endpoint),
  });

  store.watch((all) => {
    void showWaiting(all);
    const ends = all.flatMap((each) => (each.phase === 'ready' ? [each.expiresAt] : []));
    if (ends.length) void browser.alarms.create(EXPIRY, { when: Math.min(...ends) });
  });
  browser.alarms.onAlarm.addListener(() => void handoffs.tend());
  portals.watch(() => void watchPages());
  browser.permissions.onAdded.addListener(() => void finishConnecting().then(watchPages));
  browser.permissions.onRemoved.addListener(() => void watchPages());
  browser.runtime.onInstalled.addListener(() => void watchPages());
  browser.runtime.onStartup.addListener(() => void watchPages());
  void handoffs.tend();
});
