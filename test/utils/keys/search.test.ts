// @vitest-environment node
import { expect, test } from 'vitest';
import { searchKeys } from '../../../utils/keys/search';
import type { ApiKey } from '../../../utils/portal/schema';

const KEYS: ApiKey[] = [
  ['Mettre-à-jour-les-étiquettes', '2001:db8:4c1:9::a7e3'],
  ['Copia de seguridad', '10.42.8.19'],
  ['STAGING deploy', null],
  ['deploy (production)', '10.42.8.20'],
].map(([name = '', lastIp = null], at) => ({
  id: String(at),
  name: name ?? '',
  lastIp,
  lastActivity: null,
}));

test.each<[query: string, found: number[]]>([
  ['', [0, 1, 2, 3]],
  ['  ', [0, 1, 2, 3]],
  ['deploy', [2, 3]],
  ['DEPLOY', [2, 3]],
  ['staging', [2]],
  ['étiquettes', [0]],
  ['etiquettes', [0]],
  ['e\u0301tiquettes', [0]],
  ['copía', [1]],
  ['10.42', [1, 3]],
  ['deploy 10.42', [3]],
  ['10.42 deploy', [3]],
  [' deploy   staging ', [2]],
  ['2001:DB8', [0]],
  ['(prod', [3]],
  ['.*', []],
  ['deploy seguridad', []],
  ['null', []],
])('%j finds %j', (query, found) => {
  expect(searchKeys(KEYS, query).map(({ id }) => Number(id))).toEqual(found);
});
