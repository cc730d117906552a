import type { PortalClient } from '../portal/client';
import { isRefusal, problemOf } from '../portal/errors';
import { type PortalSession, sameSession } from '../portal/session';
import type { Handoff, KeyRequest } from './handoff';
import { createHandoffList, type HandoffList, type HandoffStore } from './handoff-list';
import { createLostKeys } from './lost-key';

interface Dependencies {
  store: HandoffStore;
  clientOf(session: PortalSession): Promise<PortalClient>;
  /** milliseconds since the epoch */
  now(): number;
  /** how long a value is kept; milliseconds */
  waitTime(): Promise<number>;
  /** called once a request is stored, from where it cannot be lost, and before it is sent */
  onAccepted?(request: KeyRequest): Promise<void>;
}

export type Handoffs = ReturnType<typeof createHandoffs>;

/**
 * Generates keys and keeps their values until the person is done with them. It runs in the background,
 * because the answer must outlive the window that asked for it.
 */
export function createHandoffs({ store, ...dependencies }: Dependencies) {
  const list = createHandoffList(store);
  const lost = createLostKeys({ list, ...dependencies });
  const running = new Set<string>();

  async function generate({ id, origin, store: cookies, name }: KeyRequest): Promise<void> {
    const request = { id, origin, store: cookies, name };
    let isRepeated = false;
    await list.change((all) => {
      isRepeated = all.some((handoff) => handoff.id === id);
      if (!isRepeated) running.add(id);
      return isRepeated ? all : [{ ...request, phase: 'sending', knownIds: null }, ...all];
    });
    if (isRepeated) return;
    try {
      await dependencies.onAccepted?.(request);
      await list.replace(await sendRequest(request, { list, lost, ...dependencies }), 'sending');
    } finally {
      running.delete(id);
    }
  }

  async function recheckOutcome(id: string): Promise<void> {
    const handoff = (await list.all()).find((each) => each.id === id);
    if (handoff?.phase === 'lost') await list.replace(await lost.compare(handoff), 'lost');
  }

  async function sweep(): Promise<void> {
    const { now } = dependencies;
    await list.forget((each) => each.phase === 'ready' && each.expiresAt <= now());
    for (const each of await list.all()) {
      const isOrphan = each.phase === 'sending' && !running.has(each.id);
      if (isOrphan) await list.replace(await outcomeOfOrphan(each, lost), 'sending');
      if (each.phase === 'lost' && !each.created)
        await list.replace(await lost.compare(each), 'lost');
    }
  }

  return {
    /** Generates one key, once per id. Resolves once the outcome is stored. */
    generate,
    /** Checks again whether a request whose answer was lost has created a key. */
    recheckOutcome,
    /**
     * Keeps a value that the portal's page shows, like one that was generated here. The same value is kept
     * only once, but its time starts over.
     * @returns whether the value is kept; `false` if too many values from that portal are kept already
     */
    keep: (value: KeptValue) => keepValue(value, list, dependencies),
    /** Marks a value as copied. */
    copied: (id: string) =>
      list.change((all) =>
        all.map((each) =>
          each.id === id && each.phase === 'ready' ? { ...each, copied: true } : each,
        ),
      ),
    /** Forgets a new key, with its value. */
    finish: (id: string) => list.forget((each) => each.id === id),
    /** Forgets all matching new keys. */
    forget: list.forget,
    /**
     * Forgets expired values, and checks the outcome of requests that nothing waits for any longer. To be
     * called when the background starts and when an alarm goes off.
     */
    sweep,
  };
}

type LostKeys = ReturnType<typeof createLostKeys>;

/** Sends a request once, and returns its outcome. */
async function sendRequest(
  request: KeyRequest,
  { clientOf, now, waitTime, list, lost }: Omit<Dependencies, 'store'> & Parts,
): Promise<Handoff> {
  let knownIds: string[] | null = null;
  try {
    const client = await clientOf(request);
    knownIds = (await client.list()).map((key) => key.id);
    const wait = await waitTime();
    await list.replace({ ...request, phase: 'sending', knownIds }, 'sending');
    const { key, value } = await client.generate(request.name);
    const ready = { phase: 'ready', copied: false, expiresAt: now() + wait } as const;
    return { ...request, ...ready, name: key.name, keyId: key.id, knownIds, value };
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (!knownIds || isRefusal(problem)) return { ...request, phase: 'failed', problem };
    return lost.markLost(request, knownIds, problem);
  }
}

interface Parts {
  list: HandoffList;
  lost: LostKeys;
}

/** Returns the outcome of a request whose background died while it waited for the answer. */
async function outcomeOfOrphan(
  { knownIds, ...request }: Handoff & { phase: 'sending' },
  lost: LostKeys,
): Promise<Handoff> {
  // The known ids are stored before the request is sent, so without them it was not.
  if (!knownIds) return { ...request, phase: 'failed', problem: { kind: 'interrupted' } };
  return lost.markLost(request, knownIds, { kind: 'unknown-outcome', pending: true });
}

type KeptValue = Omit<KeyRequest, 'id'> & { value: string };

/** Nobody has more new keys at once, and a hostile page must not fill the memory. */
const MAX_KEPT = 5;

async function keepValue(
  kept: KeptValue,
  list: HandoffList,
  { now, waitTime }: Omit<Dependencies, 'store'>,
): Promise<boolean> {
  const expiresAt = now() + (await waitTime());
  const isSame = (each: Handoff) =>
    each.phase === 'ready' && each.value === kept.value && sameSession(each, kept);
  const isOfPage = (each: Handoff) =>
    each.phase === 'ready' && each.keyId === null && each.origin === kept.origin;
  let isKept = true;
  await list.change((all) => {
    if (all.some(isSame)) return all.map((each) => (isSame(each) ? { ...each, expiresAt } : each));
    isKept = all.filter(isOfPage).length < MAX_KEPT;
    if (!isKept) return all;
    const ready = { phase: 'ready', keyId: null, copied: false, expiresAt } as const;
    return [{ ...kept, id: crypto.randomUUID(), knownIds: [], ...ready }, ...all];
  });
  return isKept;
}
