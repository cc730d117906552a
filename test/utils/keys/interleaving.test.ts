// @vitest-environment node
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKeysModel } from '../../../utils/keys/model';
import type { ApiKey } from '../../../utils/portal/schema';
import { type LocalPortal, startPortal } from '../../portal/server';
import { runs } from '../../thorough';
import { clientOf } from '../portal/session';

/*
 * Between choosing a key and confirming, anything may happen at the portal and to the browser's session.
 * Both users' keys share a few ids, as on a portal that numbers each user's keys, so a change in the wrong
 * session would hit a key.
 */

const USERS = ['mfortin', 'iosei'] as const;
type User = (typeof USERS)[number];

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

/** A key at the portal, by the numbers of its id and its name. */
type Placed = [id: number, name: number];

type Step =
  | { do: 'refresh' }
  | { do: 'choose'; at: number }
  | { do: 'sign in'; as: User | null }
  | { do: 'arrange'; of: User; keys: Placed[] }
  /** the session changes after `cut` answers, or not at all if that is 0 */
  | { do: 'confirm'; act: 'revoke' | 'rename'; cut: number };

const user = fc.constantFrom(...USERS);
const placed = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat({ max: 2 })), {
  maxLength: 3,
  selector: ([id]) => id,
});
const choice = fc.record({ do: fc.constant('choose' as const), at: fc.nat({ max: 2 }) });
const confirmation = fc.record({
  do: fc.constant('confirm' as const),
  act: fc.constantFrom('revoke' as const, 'rename' as const),
  cut: fc.nat({ max: 1 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('refresh' as const) }),
  choice,
  fc.record({ do: fc.constant('sign in' as const), as: fc.constantFrom(...USERS, null) }),
  // Covers renaming, reordering, deleting and adding elsewhere, and two keys with one name.
  fc.record({ do: fc.constant('arrange' as const), of: user, keys: placed }),
  confirmation,
);
/** The usual sequence, interrupted by random steps. */
const sequence = fc
  .tuple(fc.array(step, { maxLength: 3 }), choice, fc.array(step, { maxLength: 3 }), confirmation)
  .map(([before, chosen, between, confirmed]): Step[] => [
    { do: 'refresh' },
    ...before,
    chosen,
    ...between,
    confirmed,
  ]);

const uuid = (id: number) => `00000000-${String(id).padStart(4, '0')}-4000-8000-000000000000`;

function arrange(of: User, keys: Placed[], nameOf: (of: User, name: number) => string): void {
  portal.seed(0, of);
  portal.addKeys(
    of,
    keys.map(([id, name], at) => ({
      id: uuid(id),
      name: nameOf(of, name),
      created: new Date(Date.UTC(2026, 0, 28 - at)).toISOString(),
    })),
  );
}

const stored = (of: User) =>
  portal.keysOf(of).map((key) => ({ id: portal.idOf(key), name: key.name }));
const snapshot = () => Object.fromEntries(USERS.map((of) => [of, stored(of)]));

/** Opens a window on the portal, with a browser session that each step can change. */
function open() {
  const cookies = Object.fromEntries(USERS.map((of) => [of, portal.signIn(of)]));
  const world = {
    session: 'mfortin' as User | null,
    /** whose session the displayed list was read in */
    owner: null as User | null,
    cut: { after: 0, as: null as User | null },
    /** whose session a change was sent in */
    changedAs: null as User | null,
  };
  let listedAs: User | null = null;
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (world.session) request.headers.set('cookie', cookies[world.session] ?? '');
    if (request.url.includes('keys')) listedAs = world.session;
    if (request.method !== 'GET') world.changedAs = world.session;
    const response = await fetch(request);
    if (world.cut.after > 0) {
      world.cut.after -= 1;
      if (world.cut.after === 0) world.session = world.cut.as;
    }
    return response;
  };
  const client = clientOf(portal, send);
  const model = createKeysModel(
    {
      client: async () => client,
      keep: async () => {},
      learn: async () => {},
      now() {
        world.owner = listedAs;
        return 0;
      },
    },
    null,
  );
  return { world, model };
}

const NEW_NAME = 'renamed in this window';

const RUNS = runs(500);
const counts = { runs: 0, confirmed: 0, made: 0, refused: 0, inAnothersSession: 0, cut: 0 };

test.each([
  ['both', 'number'],
  ['both', 'uuid'],
  ['one', 'number'],
  ['none', 'number'],
] as const)(
  'a change hits the confirmed key of the confirmed user or nothing (users named: %s, ids: %s)',
  async (named, idKind) => {
    portal.settings.idKind = idKind;
    portal.settings.usersRead = named === 'one';
    portal.faults.length = 0;
    if (named === 'none') portal.faults.push({ kind: 'status', status: 404, route: '/*/users' });
    // Without a user name, keys with the same id and name would be indistinguishable.
    const nameOf = (of: User, name: number) => (named === 'both' ? `key ${name}` : `${of} ${name}`);

    await fc.assert(
      fc.asyncProperty(placed, placed, sequence, async (first, second, steps) => {
        arrange('mfortin', first, nameOf);
        arrange('iosei', second, nameOf);
        const { world, model } = open();
        let chosen: { key: ApiKey; shownTo: string | null; owner: User } | null = null;
        counts.runs += 1;

        for (const each of steps) {
          if (each.do === 'refresh') await model.refresh();
          else if (each.do === 'sign in') world.session = each.as;
          else if (each.do === 'arrange') arrange(each.of, each.keys, nameOf);
          else if (each.do === 'choose') {
            const key = model.keys.value?.[each.at];
            const shownTo = model.list.value?.userName ?? null;
            if (key && world.owner) chosen = { key, shownTo, owner: world.owner };
          } else if (chosen) {
            const { key, shownTo, owner } = chosen;
            // Without a user name, no later request could reveal another session.
            const cut = shownTo === null ? 0 : each.cut;
            const before = snapshot();
            const session = world.session;
            world.cut = { after: cut, as: session === 'iosei' ? 'mfortin' : 'iosei' };
            portal.requests.length = 0;
            const outcome = await (each.act === 'revoke'
              ? model.revoke(key, shownTo)
              : model.rename(key, shownTo, NEW_NAME));
            const after = snapshot();
            const sent = portal.requests.filter(({ method }) => method !== 'GET');

            const own = before[owner] ?? [];
            const changed = {
              ...before,
              [owner]:
                each.act === 'revoke'
                  ? own.filter(({ id }) => id !== key.id)
                  : own.map((one) => (one.id === key.id ? { ...one, name: NEW_NAME } : one)),
            };
            const isUnchanged = own.some(({ id, name }) => id === key.id && name === key.name);
            const touched = JSON.stringify(after) !== JSON.stringify(before);
            expect(sent.length).toBeLessThanOrEqual(1);
            if (touched) {
              expect(after).toEqual(changed);
              expect(world.changedAs).toBe(owner);
              if (!cut) expect(isUnchanged).toBe(true);
            }
            // Success is never reported for a change that was not made.
            if (outcome === null) expect(after).toEqual(changed);
            if (outcome?.kind === 'changed') expect(sent).toEqual([]);
            // A change of an unchanged key in its own session is never rejected.
            if (session === owner && isUnchanged && !cut)
              expect([outcome, after]).toEqual([null, changed]);

            counts.confirmed += 1;
            counts.made += touched ? 1 : 0;
            counts.refused += outcome?.kind === 'changed' ? 1 : 0;
            counts.inAnothersSession += session !== null && session !== owner ? 1 : 0;
            counts.cut += cut;
            if (touched) chosen = null;
          }
        }
      }),
      { numRuns: RUNS },
    );
  },
  60_000,
);

test('every kind of interleaving occurred', () => {
  console.log('Interleavings of choosing and confirming:', counts);
  expect(counts.runs).toBeGreaterThanOrEqual(4 * RUNS);
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
});
