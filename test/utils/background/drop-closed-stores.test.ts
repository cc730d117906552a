// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStoreWatch } from '../../../utils/background/drop-closed-stores';
import { createHandoffs } from '../../../utils/keys/handoffs';
import { drafts, handoffs as handoffStore, knownList } from '../../../utils/stored/memory';
import { openTabs } from '../browser/open-tabs';

const ORIGIN = 'https://portal.example.com';
const CONTAINER = 'firefox-container-1';
const STORES = ['', 'private', CONTAINER];

const handoffs = createHandoffs({
  store: handoffStore,
  clientOf: () => Promise.reject(new Error('The portal is not needed.')),
  now: Date.now,
  waitTime: async () => 600_000,
});

/** Puts a list, a draft and a value into each store. */
async function fill(): Promise<void> {
  for (const store of STORES) {
    const session = { origin: ORIGIN, store };
    await knownList(session).setValue({ keys: [], readAt: 0, userName: null });
    await drafts(session).set('generate', 'nightly');
    await handoffs.keep({ ...session, name: 'deploy', value: `${store}AAECAwQFBgcICQoLDA0ODw==` });
  }
}

/** The stores that still have anything. */
async function left(): Promise<string[]> {
  const memory = await fakeBrowser.storage.session.get();
  const lists = Object.keys(memory).filter((key) => key.includes(ORIGIN));
  const values = (await handoffStore.getValue()).map(({ store }) => `value ${ORIGIN} ${store}`);
  const all = [...lists, ...values].map((key) => key.split(' ')[2] ?? '');
  // A list, a draft and a value are dropped together.
  for (const store of new Set(all)) expect(all.filter((each) => each === store)).toHaveLength(3);
  return [...new Set(all)].sort();
}

const TABS = [
  { id: 1, windowId: 1 },
  { id: 2, windowId: 2, incognito: true },
  { id: 3, windowId: 2, incognito: true },
  { id: 4, windowId: 1, cookieStoreId: CONTAINER },
];

beforeEach(async () => {
  fakeBrowser.reset();
  await fill();
});

describe('when a tab closes', () => {
  const close = async (id: number, isWindowClosing = false) => {
    const { windowId = 0 } = TABS.find((tab) => tab.id === id) ?? {};
    await fakeBrowser.tabs.onRemoved.trigger(id, { windowId, isWindowClosing });
  };
  beforeEach(() => {
    openTabs(...TABS);
    createStoreWatch(handoffs.forget).watch();
  });

  test('drops the data of a container with its last tab', async () => {
    await close(4);
    await vi.waitFor(async () => expect(await left()).toEqual(['', 'private']));
  });

  test('keeps the data of a private window while another of its tabs is open', async () => {
    await close(2);
    await close(1);
    expect(await left()).toEqual([...STORES].sort());
  });

  test('drops the data of a private window with the window', async () => {
    await close(2, true);
    await vi.waitFor(async () => expect(await left()).toEqual(['', CONTAINER]));
  });
});

test('drops stores that closed while the background was stopped', async () => {
  openTabs(TABS[1] ?? {});
  await createStoreWatch(handoffs.forget).drop();
  expect(await left()).toEqual(['', 'private']);
});

test('writes nothing when there is nothing to drop', async () => {
  openTabs(...TABS);
  const set = vi.spyOn(fakeBrowser.storage.session, 'set');
  await createStoreWatch(handoffs.forget).drop();
  expect(set).not.toHaveBeenCalled();
});
