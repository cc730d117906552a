import type { PortalClient } from '../portal/client';
import { isRefusal, type Problem, problemOf } from '../portal/errors';
import type { ApiKey } from '../portal/schema';

interface Asked {
  /** made by the window for each click, so that one click can never send two requests */
  id: string;
  origin: string;
  /** the tab whose own session is meant; empty for the ordinary one */
  tab: string;
  name: string;
}

/** The way of one new key from the click to the person, as every window sees it. */
export type Handoff = Asked &
  (
    | { phase: 'sending'; knownIds: string[] | null }
    | {
        phase: 'ready';
        /** `null` for a value that was kept from the portal's page, which shows no ids */
        keyId: string | null;
        /** the keys that were there before: they tell whose session it is; none where they are not known */
        knownIds: string[];
        value: string;
        copied: boolean;
        expiresAt: number;
      }
    | { phase: 'failed'; problem: Problem }
    /**
     * the answer never came; `created` is what the list shows since, `null` as long as it does not tell.
     * That nothing is in it tells nothing before `openUntil`, milliseconds since the epoch.
     */
    | {
        phase: 'lost';
        knownIds: string[];
        created: ApiKey[] | null;
        openUntil: number;
        problem: Problem;
      }
  );

/** No person has more new keys on a page at once; a page that pretends to must not fill the memory. */
const MOST_KEPT = 5;

interface Store {
  getValue(): Promise<Handoff[]>;
  setValue(handoffs: Handoff[]): Promise<void>;
}

interface Surroundings {
  store: Store;
  clientOf(session: { origin: string; tab: string }): Promise<PortalClient>;
  now(): number;
  /** how long a value waits; milliseconds */
  waitTime(): Promise<number>;
}

/**
 * For so long a portal counts as being at work on a request that was only waited for no longer: what it
 * has not created after that is not to be expected any more. Milliseconds, as below.
 */
const AT_WORK = 60_000;
/** How often it is looked whether a background that waits for an answer still lives. */
const LOOK_AFTER = 30_000;

/**
 * Carries new keys from the portal's answer to the person. It runs in the background, because the
 * answer must outlive the window that asked for it.
 */
export function createHandoffs({ store, clientOf, now, waitTime }: Surroundings) {
  const running = new Set<string>();
  const change = serially(store);
  const replace = (next: Handoff) =>
    change((all) => all.map((handoff) => (handoff.id === next.id ? next : handoff)));

  async function generate({ id, origin, tab, name }: Asked): Promise<void> {
    let repeated = false;
    const asked = { id, origin, tab, name };
    await change((all) => {
      repeated = all.some((handoff) => handoff.id === id);
      if (!repeated) running.add(id);
      return repeated ? all : [{ ...asked, phase: 'sending', knownIds: null }, ...all];
    });
    if (repeated) return;
    try {
      await replace(await send(asked));
    } finally {
      running.delete(id);
    }
  }

  async function send(asked: Asked): Promise<Handoff> {
    let knownIds: string[] | null = null;
    try {
      const client = await clientOf(asked);
      knownIds = (await client.list()).map((key) => key.id);
      const wait = await waitTime();
      await replace({ ...asked, phase: 'sending', knownIds });
      const { key, value } = await client.generate(asked.name);
      return {
        ...asked,
        name: key.name,
        phase: 'ready',
        keyId: key.id,
        knownIds,
        value,
        copied: false,
        expiresAt: now() + wait,
      };
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!knownIds || isRefusal(problem)) return { ...asked, phase: 'failed', problem };
      return lose(asked, knownIds, problem);
    }
  }

  function lose(asked: Asked, knownIds: string[], problem: Problem): Promise<Handoff> {
    const openUntil = problem.pending || problem.status === 504 ? now() + AT_WORK : 0;
    return compare({ ...asked, phase: 'lost', knownIds, created: null, openUntil, problem });
  }

  async function compare(lost: Handoff & { phase: 'lost' }): Promise<Handoff> {
    try {
      const keys = await (await clientOf(lost)).list();
      const { knownIds } = lost;
      // A list without any key that was there before may be somebody else's.
      if (knownIds.length > 0 && !keys.some(({ id }) => knownIds.includes(id))) return lost;
      const others = await store.getValue();
      const arrived = others.flatMap((each) => (each.phase === 'ready' ? [each.keyId] : []));
      const isNew = (key: ApiKey) =>
        key.name === lost.name && ![...knownIds, ...arrived].includes(key.id);
      const created = keys.filter(isNew);
      const tells = created.length > 0 || now() >= lost.openUntil;
      return { ...lost, created: tells ? created : null };
    } catch (thrown) {
      return { ...lost, problem: problemOf(thrown) };
    }
  }

  /** Compares the list again for an answer that never came. */
  async function settle(id: string): Promise<void> {
    const handoff = (await store.getValue()).find((each) => each.id === id);
    if (handoff?.phase === 'lost') await replace(await compare(handoff));
  }

  return {
    generate,
    settle,
    /**
     * Lets a value that the portal's page shows wait like one that was generated here. The same value
     * again is no second one, but its time begins anew.
     * @returns whether it waits; `false` when too many of the portal do already
     */
    async keep(kept: Omit<Asked, 'id'> & { value: string }): Promise<boolean> {
      const { origin, tab, value } = kept;
      const expiresAt = now() + (await waitTime());
      let taken = true;
      await change((all) => {
        const isSame = (each: Handoff) =>
          each.phase === 'ready' &&
          each.value === value &&
          each.origin === origin &&
          each.tab === tab;
        if (all.some(isSame))
          return all.map((each) => (isSame(each) ? { ...each, expiresAt } : each));
        const others = all.filter(
          (each) => each.phase === 'ready' && each.keyId === null && each.origin === origin,
        );
        taken = others.length < MOST_KEPT;
        const id = crypto.randomUUID();
        const ready = { phase: 'ready', keyId: null, copied: false, expiresAt } as const;
        return taken ? [{ ...kept, id, knownIds: [], ...ready }, ...all] : all;
      });
      return taken;
    },
    /** Marks that the person copied the value. */
    copied: (id: string) =>
      change((all) =>
        all.map((each) =>
          each.id === id && each.phase === 'ready' ? { ...each, copied: true } : each,
        ),
      ),
    /** Forgets a value, or what became of it. */
    finish: (id: string) => change((all) => all.filter((each) => each.id !== id)),
    /**
     * Puts things right after the background was stopped, or an alarm rang: values whose time is over
     * are forgotten, and what became of a request is looked into when nobody waits for it any more.
     */
    async tend(): Promise<void> {
      await change((all) => all.filter((each) => each.phase !== 'ready' || each.expiresAt > now()));
      for (const each of await store.getValue()) {
        if (each.phase === 'sending' && !running.has(each.id)) await replace(await orphaned(each));
        if (each.phase === 'lost' && !each.created) await replace(await compare(each));
      }
    },
  };

  async function orphaned({
    knownIds,
    ...asked
  }: Handoff & { phase: 'sending' }): Promise<Handoff> {
    if (!knownIds) return { ...asked, phase: 'failed', problem: { kind: 'interrupted' } };
    return lose(asked, knownIds, { kind: 'unknown-outcome', pending: true });
  }
}

/**
 * Tells when things are to be put right again, as nobody else may come to do it.
 * @param now milliseconds since the epoch, as is what it gives; `null` when nothing is left to be done
 */
export function nextTending(all: Handoff[], now: number): number | null {
  const times = all.flatMap((each) => {
    if (each.phase === 'ready') return [each.expiresAt];
    if (each.phase === 'sending') return [now + LOOK_AFTER];
    return each.phase === 'lost' && each.openUntil > now && !each.created ? [each.openUntil] : [];
  });
  return times.length > 0 ? Math.min(...times) : null;
}

/** Runs changes one after the other: two at once would each write over what the other wrote. */
function serially(store: Store) {
  let last: Promise<void> = Promise.resolve();
  return (change: (all: Handoff[]) => Handoff[]): Promise<void> => {
    const next = last.then(async () => store.setValue(change(await store.getValue())));
    last = next.catch(() => {});
    return next;
  };
}
