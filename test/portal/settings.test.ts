// @vitest-environment node
import { expect, test } from 'vitest';
import { readPart } from './checks.ts';
import { listEverything } from './describe.ts';
import { defaultSettings, GROUPS, SETTING_CHECKS } from './settings.ts';

const all = Object.values(GROUPS).flatMap((group) => Object.entries(group));

test('accepts every default and lists every setting in one line', () => {
  expect(readPart(defaultSettings(), SETTING_CHECKS, 'The defaults')).toEqual(defaultSettings());
  const list = listEverything({ layout: 'custom' });
  for (const [name, { about }] of all) {
    expect(list).toContain(`  ${name.padEnd(20)} ${about}\n`);
    expect(about).toMatch(/^[^\n]{10,110}$/);
  }
  expect(list).toContain('it is "custom"');
});

test('returns a new set of defaults each time', () => {
  defaultSettings().fields.id = 'changed';
  expect(defaultSettings().fields.id).toBe('id');
});
