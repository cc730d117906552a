// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Clearing, createClearing } from '../../../utils/keys/clearing';

/** What outlives the background: session memory, the clipboard, the one alarm, and time itself. */
let stored: Clearing;
let clipboard: string;
let alarm: number | undefined;
let now: number;
let delay: number;
const clear = vi.fn<() => Promise<void>>();

beforeEach(() => {
  stored = null;
  clipboard = '';
  alarm = undefined;
  now = 1_000_000;
  delay = 60_000;
  clear.mockImplementation(async () => {
    clipboard = '';
  });
});

/** A freshly started background, which knows only what is stored. */
const background = () =>
  createClearing({
    store: {
      getValue: async () => stored,
      setValue: async (next) => {
        stored = next;
      },
    },
    now: () => now,
    delay: async () => delay,
    wake: async (at) => {
      alarm = at;
    },
    clear,
  });

async function copyKey(clearing = background(), value = 'secret-value') {
  clipboard = value;
  await clearing.start();
}

/** Lets time pass; as in a browser, the alarm fires on time, possibly in a new background. */
async function pass(milliseconds: number, clearing = background()) {
  const end = now + milliseconds;
  while (alarm !== undefined && alarm <= end) {
    now = Math.max(now, alarm);
    alarm = undefined;
    await clearing.sweep();
  }
  now = end;
}

test.each([30_000, 60_000, 120_000, 300_000])(
  'clears the clipboard %i ms after a key was copied',
  async (ms) => {
    delay = ms;
    await copyKey();
    expect(stored).toBe(now + ms);
    await pass(ms - 1);
    expect(clipboard).toBe('secret-value');
    await pass(1);
    expect(clipboard).toBe('');
    expect(stored).toBe('cleared');
  },
);

test('clears it only once', async () => {
  await copyKey();
  await pass(60_000);
  clipboard = 'something new';
  await pass(3_600_000);
  await background().sweep();
  expect(clipboard).toBe('something new');
  expect(clear).toHaveBeenCalledOnce();
});

test('stores nothing of the value', async () => {
  const kept: unknown[] = [];
  const clearing = createClearing({
    store: { getValue: async () => null, setValue: async (next) => void kept.push(next) },
    now: () => now,
    delay: async () => delay,
    wake: async (at) => void kept.push(at),
    clear,
  });
  await copyKey(clearing);
  expect(kept).toEqual([now + delay, now + delay]);
});

test('leaves the clipboard alone when off', async () => {
  delay = 0;
  await copyKey();
  expect(stored).toBeNull();
  expect(alarm).toBeUndefined();
  await pass(3_600_000);
  await background().sweep();
  expect(clipboard).toBe('secret-value');
});

test('once off, does not clear a newer key on an older key’s schedule', async () => {
  await copyKey();
  delay = 0;
  await copyKey();
  await pass(60_000);
  expect(clipboard).toBe('secret-value');
});

test('restarts the time after a newer copy', async () => {
  const clearing = background();
  await copyKey(clearing);
  await pass(50_000, clearing);
  await copyKey(clearing, 'second-value');
  await pass(59_999, clearing);
  expect(clipboard).toBe('second-value');
  await pass(1, clearing);
  expect(clipboard).toBe('');
  expect(clear).toHaveBeenCalledOnce();
});

test('leaves what is copied after the key', async () => {
  const clearing = background();
  await copyKey(clearing);
  clipboard = 'https://portal.example.com/api/v2';
  await clearing.forget();
  expect(stored).toBeNull();
  await pass(60_000, clearing);
  expect(clipboard).toBe('https://portal.example.com/api/v2');
});

test('clears at once on request, and not again later', async () => {
  const clearing = background();
  await copyKey(clearing);
  await clearing.clear();
  expect(clipboard).toBe('');
  expect(stored).toBe('cleared');
  clipboard = 'something new';
  await pass(60_000, clearing);
  expect(clipboard).toBe('something new');
});

test('still counts as cleared when something else is copied', async () => {
  stored = 'cleared';
  await background().forget();
  expect(stored).toBe('cleared');
});

describe('a starting background', () => {
  test('clears at once when overdue, such as after sleep', async () => {
    await copyKey();
    alarm = undefined;
    now += 7_200_000;
    await background().sweep();
    expect(clipboard).toBe('');
  });

  test('restores a lost alarm when it is too early', async () => {
    await copyKey();
    alarm = undefined;
    await pass(20_000);
    await background().sweep();
    expect(clipboard).toBe('secret-value');
    await pass(40_000);
    expect(clipboard).toBe('');
  });

  test.each([null, 'cleared'] as const)('leaves the clipboard alone at %j', async (before) => {
    stored = before;
    clipboard = 'something new';
    await background().sweep();
    await pass(3_600_000);
    expect(clipboard).toBe('something new');
  });
});

test('tries again after a failure, and does not claim success', async () => {
  await copyKey();
  clear.mockRejectedValueOnce(new Error('no'));
  await pass(60_000);
  expect(stored).not.toBe('cleared');
  await pass(29_999);
  expect(clipboard).toBe('secret-value');
  await pass(1);
  expect(clipboard).toBe('');
  expect(stored).toBe('cleared');
});

test('reports a failed request, and still clears on time', async () => {
  const clearing = background();
  await copyKey(clearing);
  clear.mockRejectedValueOnce(new Error('no'));
  await expect(clearing.clear()).rejects.toThrow('no');
  expect(stored).toBe(now + 60_000);
  await pass(60_000, clearing);
  expect(clipboard).toBe('');
});

test('handles simultaneous calls in order', async () => {
  const clearing = background();
  clipboard = 'secret-value';
  const started = clearing.start();
  clipboard = 'an endpoint';
  await Promise.all([started, clearing.forget()]);
  expect(stored).toBeNull();
  clipboard = 'second-value';
  await Promise.all([clearing.forget(), clearing.start()]);
  expect(stored).toBe(now + 60_000);
});
