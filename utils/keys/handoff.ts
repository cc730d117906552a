import type { PortalClient } from '../portal/client';
import { isRefusal, type Problem, problemOf } from '../portal/errors';
import type { ApiKey } from '../portal/schema';
import { type PortalSession, sameSession } from '../portal/session';

/** A person's request for a new key. */
interface Request extends PortalSession {
  /** made by the window for each click, so that one click can never send two requests */
  id: string;
  name: string;
}

/** A new key on its way from the click to the person, as every window shows it. */
export type Handoff = Request &
  (
    | { phase: 'sending'; knownIds: string[] | null }
    | {
        phase: 'ready';
        /** `null` for a value that was kept from the portal's page, which shows no ids */
        keyId: string | null;
        /** the keys that existed before, which identify the session; empty where they are not known */
        knownIds: string[];
        value: string;
        copied: boolean;
        /** milliseconds since the epoch */
        expiresAt: number;
      }
    | { phase: 'failed'; problem: Problem }
    | {
        /** no answer arrived */
        phase: 'lost';
        knownIds: string[];
        /** the new keys that the list shows since; `null` while the list cannot tell */
        created: ApiKey[] | null;
        /** until then a missing key proves nothing; milliseconds since the epoch */
        openUntil: number;
        problem: Problem;
      }
  );

type Lost = Handoff & { phase: 'lost' };

/** Nobody has more new keys on a page at once; a page that pretends to must not fill the memory. */
const MAX_KEPT = 5;

interface Store {
  getValue(): Promise<Handoff[]>;
  setValue(handoffs: Handoff[]): Promise<void>;
}

interface Dependencies {
  store: Store;
  clientOf(session: PortalSession): Promise<PortalClient>;
  /** milliseconds since the epoch */
  now(): number;
  /** how long a value is kept; milliseconds */
  waitTime(): Promise<number>;
}

/**
 * How long a portal may still be working on a request after we stopped waiting for it. A key that does not
 * exist by then will not be created any more. Milliseconds, like the next one.
 */
const MAX_WORK = 60_000;
/** How often to look for a background that died while it waited for an answer. */
const ORPHAN_CHECK = 30_000;

/**
 * Carries new keys from the portal's answer to the person. It runs in the background, because the
 * answer must outlive the window that asked for it.
 */
export function createHandoffs({ store, clientOf, now, waitTime }: Dependencies) {
  const running = new Set<string>();
  const change = serially(store);
  const replace = (next: Handoff) =>
    change((all) => all.map((handoff) => (handoff.id === next.id ? next : handoff)));
  const forget = (matches: (handoff: Handoff) => boolean) =>
    change((all) => (all.some(matches) ? all.filter((each) => !matches(each)) : all));

  /** Generates one key; a request that was sent before is not sent again. */
  async function generate({ id, origin, store: cookies, name }: Request): Promise<void> {
    let repeated = false;
    const request = { id, origin, store: cookies, name };
    await change((all) => {
      repeated = all.some((handoff) => handoff.id === id);
      if (!repeated) running.add(id);
      return repeated ? all : [{ ...request, phase: 'sending', knownIds: null }, ...all];
    });
    if (repeated) return;
    try {
      await replace(await send(request));
    } finally {
      running.delete(id);
    }
  }

  async function send(request: Request): Promise<Handoff> {
    let knownIds: string[] | null = null;
    try {
      const client = await clientOf(request);
      knownIds = (await client.list()).map((key) => key.id);
      const wait = await waitTime();
      await replace({ ...request, phase: 'sending', knownIds });
      const { key, value } = await client.generate(request.name);
      const ready = { phase: 'ready', copied: false, expiresAt: now() + wait } as const;
      return { ...request, ...ready, name: key.name, keyId: key.id, knownIds, value };
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!knownIds || isRefusal(problem)) return { ...request, phase: 'failed', problem };
      return lose(request, knownIds, problem);
    }
  }

  function lose(request: Request, knownIds: string[], problem: Problem): Promise<Handoff> {
    const openUntil = problem.pending || problem.status === 504 ? now() + MAX_WORK : 0;
    return compare({ ...request, phase: 'lost', knownIds, created: null, openUntil, problem });
  }

  /** Compares the list with the one before: a key that is new is the one whose answer was lost. */
  async function compare(lost: Lost): Promise<Lost> {
    try {
      const keys = await (await clientOf(lost)).list();
      const { knownIds } = lost;
      // A list without any of the keys from before may be somebody else's.
      if (knownIds.length > 0 && !keys.some(({ id }) => knownIds.includes(id))) return lost;
      const others = await store.getValue();
      const arrived = others.flatMap((each) => (each.phase === 'ready' ? [each.keyId] : []));
      const isNew = (key: ApiKey) =>
        key.name === lost.name && ![...knownIds, ...arrived].includes(key.id);
      const created = keys.filter(isNew);
      const isConclusive = created.length > 0 || now() >= lost.openUntil;
      return { ...lost, created: isConclusive ? created : null };
    } catch (thrown) {
      return { ...lost, problem: problemOf(thrown) };
    }
  }

  async function recheckOutcome(id: string): Promise<void> {
    const handoff = (await store.getValue()).find((each) => each.id === id);
    if (handoff?.phase === 'lost') await replace(await compare(handoff));
  }

  async function keep(kept: Omit<Request, 'id'> & { value: string }): Promise<boolean> {
    const expiresAt = now() + (await waitTime());
    let isKept = true;
    await change((all) => {
      const isSame = (each: Handoff) =>
        each.phase === 'ready' && each.value === kept.value && sameSession(each, kept);
      if (all.some(isSame))
        return all.map((each) => (isSame(each) ? { ...each, expiresAt } : each));
      const others = all.filter(
        (each) => each.phase === 'ready' && each.keyId === null && each.origin === kept.origin,
      );
      isKept = others.length < MAX_KEPT;
      const id = crypto.randomUUID();
      const ready = { phase: 'ready', keyId: null, copied: false, expiresAt } as const;
      return isKept ? [{ ...kept, id, knownIds: [], ...ready }, ...all] : all;
    });
    return isKept;
  }

  async function sweep(): Promise<void> {
    await forget((each) => each.phase === 'ready' && each.expiresAt <= now());
    for (const each of await store.getValue()) {
      if (each.phase === 'sending' && !running.has(each.id)) await replace(await orphaned(each));
      if (each.phase === 'lost' && !each.created) await replace(await compare(each));
    }
  }

  async function orphaned({
    knownIds,
    ...request
  }: Handoff & { phase: 'sending' }): Promise<Handoff> {
    if (!knownIds) return { ...request, phase: 'failed', problem: { kind: 'interrupted' } };
    return lose(request, knownIds, { kind: 'unknown-outcome', pending: true });
  }

  return {
    generate,
    /** Asks the portal again what became of a request whose answer was lost. */
    recheckOutcome,
    /**
     * Keeps a value that the portal's page shows, like one that was generated here. The same value again is
     * not a second one, but its time starts over.
     * @returns whether it is kept; `false` when too many of the portal's are already
     */
    keep,
    /** Marks that the person copied the value. */
    copied: (id: string) =>
      change((all) =>
        all.map((each) =>
          each.id === id && each.phase === 'ready' ? { ...each, copied: true } : each,
        ),
      ),
    /** Forgets a value, or what became of a request. */
    finish: (id: string) => forget((each) => each.id === id),
    /** Forgets everything that matches. */
    forget,
    /**
     * Puts things right after the background was stopped, or when an alarm goes off: forgets values whose
     * time is over, and finds out what became of requests that nobody waits for any more.
     */
    sweep,
  };
}

/**
 * Returns when the next sweep is due, as nobody else may come to start one.
 * @param now milliseconds since the epoch, like the result; `null` when there is nothing left to do
 */
export function nextSweepAt(all: Handoff[], now: number): number | null {
  const times = all.flatMap((each) => {
    if (each.phase === 'ready') return [each.expiresAt];
    if (each.phase === 'sending') return [now + ORPHAN_CHECK];
    return each.phase === 'lost' && each.openUntil > now && !each.created ? [each.openUntil] : [];
  });
  return times.length > 0 ? Math.min(...times) : null;
}

/** Makes changes one after another: two at once would overwrite each other. */
function serially(store: Store) {
  let last: Promise<void> = Promise.resolve();
  return (change: (all: Handoff[]) => Handoff[]): Promise<void> => {
    const next = last.then(async () => {
      const before = await store.getValue();
      const after = change(before);
      if (after !== before) await store.setValue(after);
    });
    last = next.catch(() => {});
    return next;
  };
}
