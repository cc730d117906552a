// @vitest-environment node
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plant } from './plant.ts';
import { type SearchResult, searchFolder } from './search.ts';

const SECRET = 'Zk+9/xQ2vB7w/T3nLr8+Ha==';
const folder = mkdtempSync(join(tmpdir(), 'cloudmc-search-'));
const forms = plant(join(folder, 'planted'), SECRET);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a search of a folder', () => {
  let result: SearchResult;
  beforeAll(() => {
    result = searchFolder(folder, { secret: SECRET, other: 'Zk+9/xQ2vB7w/T3nLr8+Hb==' });
  });

  test.each(forms)('finds a text encoded as %s', (form) => {
    const files = result.hits.map(({ where }) => where.split(' ')[0]);
    expect(files).toContain(join('planted', form));
  });

  test('finds nothing that is not there', () => {
    expect(result.files).toBe(forms.length);
    expect(result.hits.filter(({ what }) => what === 'other')).toEqual([]);
  });
});
