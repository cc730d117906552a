import { newValue, type StoredKey } from './keys.ts';
import { createRandom, pick, type Random, range, uuid } from './random.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** [name, age in ms, ms since the last use or null for never, last IP] */
type Sample = [name: string, made: number, used: number | null, ip: string | null];

const FIRST_USER: Sample[] = [
  ['staging deploy', 5 * DAY, null, null],
  ['Mettre-à-jour-les-étiquettes', 43 * DAY, 2 * HOUR, '2001:db8:4c1:9::a7e3'],
  ['quarterly-usage-report', 410 * DAY, 200 * DAY, '203.0.113.24'],
];

const SECOND_USER: Sample[] = [
  ['terraform-lab', 12 * DAY, 26 * HOUR, '198.51.100.7'],
  ['Copia de seguridad', 90 * DAY, 31 * DAY, '10.42.8.19'],
];

const VERBS = ['list', 'sync', 'back up', 'énumérer', 'deploy', 'audit', 'resize', 'purge'];
const NOUNS = ['instances', 'réseaux', 'volumes', 'costs', 'usuarios', 'snapshots', 'DNS zones'];
const STYLES = [
  (verb: string, noun: string, n: number) => `${verb}-${noun}-${n}`.replaceAll(' ', '-'),
  (verb: string, noun: string, n: number) => `${verb} ${noun} ${n}`,
  (verb: string, noun: string, n: number) => `${verb}_${noun}_${n}`.replaceAll(' ', '_'),
];

/**
 * Initial keys: the same names, ids, addresses and times for the same user, count and time. Only values are
 * truly random, so that the source reveals no working key.
 */
export function seedKeys(
  userName: string,
  isFirst: boolean,
  count: number | null,
  now: Date,
): StoredKey[] {
  const random = createRandom(userName);
  const fixed = isFirst ? FIRST_USER : SECOND_USER;
  const samples = Array.from({ length: count ?? fixed.length }, (_, index) => {
    return fixed[index] ?? invent(random, index);
  });
  return samples
    .map(([name, made, used, lastIp]) => ({
      id: uuid(random),
      name,
      created: ago(now, made),
      lastIp,
      lastActivity: used === null ? null : ago(now, used),
      value: newValue(),
    }))
    .sort((a, b) => b.created.localeCompare(a.created));
}

function invent(random: Random, index: number): Sample {
  const name = pick(random, STYLES)(pick(random, VERBS), pick(random, NOUNS), index + 1);
  const made = range(random, HOUR, 900 * DAY);
  const neverUsed = random() < 0.1;
  const used = neverUsed ? null : range(random, 0, made);
  return [name, made, used, neverUsed ? null : address(random)];
}

function address(random: Random): string {
  const part = (most: number) => range(random, 1, most);
  const hex = () => part(0xffff).toString(16);
  const kinds = [
    () => `203.0.113.${part(254)}`,
    () => `198.51.100.${part(254)}`,
    () => `10.${part(254)}.${part(254)}.${part(254)}`,
    () => `2001:db8:${hex()}::${hex()}`,
  ];
  return pick(random, kinds)();
}

function ago(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString();
}
