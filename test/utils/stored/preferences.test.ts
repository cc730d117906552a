// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_PREFERENCES, preferences } from '../../../utils/stored/preferences';

const store = (key: string, value: unknown) => fakeBrowser.storage.local.set({ [key]: value });

beforeEach(() => fakeBrowser.reset());

describe('the preferences', () => {
  test.each<[stored: unknown, read: object]>([
    [undefined, {}],
    ['none', {}],
    [[], {}],
    [{}, {}],
    [{ waitMinutes: 3 }, { waitMinutes: 3 }],
    [{ waitMinutes: 0 }, {}],
    [{ waitMinutes: -1 }, {}],
    [{ waitMinutes: 2.5 }, {}],
    [{ waitMinutes: '3' }, {}],
    [{ clearAfter: 30 }, { clearAfter: 30 }],
    [
      { clearAfter: 300, waitMinutes: 3 },
      { clearAfter: 300, waitMinutes: 3 },
    ],
    [{ clearAfter: 31 }, {}],
    [{ clearAfter: -30 }, {}],
    [{ clearAfter: '30' }, {}],
    [{ clearAfter: null }, {}],
    [{ unusedDays: [7, 30] }, { unusedDays: [7, 30] }],
    [{ unusedDays: [7] }, {}],
    [{ unusedDays: [7, 30, 60] }, {}],
    [{ unusedDays: [7, 'x'] }, {}],
    [{ waitMinutes: 3, unusedDays: 'x' }, { waitMinutes: 3 }],
  ])('%j reads as the defaults with %j', async (value, read) => {
    await store('preferences', value);
    expect(await preferences.getValue()).toEqual({ ...DEFAULT_PREFERENCES, ...read });
  });

  test('are read as they were saved', async () => {
    await preferences.setValue({ waitMinutes: 5, clearAfter: 60, unusedDays: [10, 20] });
    expect(await preferences.getValue()).toEqual({
      waitMinutes: 5,
      clearAfter: 60,
      unusedDays: [10, 20],
    });
  });
});
