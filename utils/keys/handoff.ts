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
        keyId: string;
        /** the keys that were there before: they tell whose session it is */
        knownIds: string[];
        value: string;
        copied: boolean;
        expiresAt: number;
      }
    | { phase: 'failed'; problem: Problem }
    /** the answer never came; `created` is what the list shows since, `null` until it could be read */
    | { phase: 'lost'; knownIds: string[]; created: ApiKey[] | null; problem: Problem }
  );

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
      await replace({ ...asked, phase: 'sending', knownIds });
      const { key, value } = await client.generate(asked.name);
      const expiresAt = now() + (await waitTime());
      return {
        ...asked,
        name: key.name,
        phase: 'ready',
        keyId: key.id,
        knownIds,
        value,
        copied: false,
        expiresAt,
      };
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!knownIds || isRefusal(problem)) return { ...asked, phase: 'failed', problem };
      return compare({ ...asked, phase: 'lost', knownIds, created: null, problem });
    }
  }

  async function compare(lost: Handoff & { phase: 'lost' }): Promise<Handoff> {
    try {
      const keys = await (await clientOf(lost)).list();
      const others = await store.getValue();
      const arrived = others.flatMap((each) => (each.phase === 'ready' ? [each.keyId] : []));
      const isNew = (key: ApiKey) =>
        key.name === lost.name && ![...lost.knownIds, ...arrived].includes(key.id);
      return { ...lost, created: keys.filter(isNew) };
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
     * are forgotten, and a request that nobody waits for any more is looked into.
     */
    async tend(): Promise<void> {
      await change((all) => all.filter((each) => each.phase !== 'ready' || each.expiresAt > now()));
      const orphans = (await store.getValue()).flatMap((each) =>
        each.phase === 'sending' && !running.has(each.id) ? [each] : [],
      );
      for (const orphan of orphans) await replace(await orphaned(orphan));
    },
  };

  async function orphaned({
    knownIds,
    ...asked
  }: Handoff & { phase: 'sending' }): Promise<Handoff> {
    if (!knownIds) return { ...asked, phase: 'failed', problem: { kind: 'unreachable' } };
    const problem: Problem = { kind: 'unknown-outcome' };
    return compare({ ...asked, phase: 'lost', knownIds, created: null, problem });
  }
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
