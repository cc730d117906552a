// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storageItem } from '../../../utils/browser/storage';
import { onChange, signalOf } from '../../../utils/window/signal-of';

beforeEach(() => fakeBrowser.reset());

const item = storageItem('session', 'count', (stored) => Number(stored ?? 0));

test('a signal has what is stored, and follows what any window stores', async () => {
  await item.setValue(1);
  const count = await signalOf(item);
  expect(count.value).toBe(1);
  await item.setValue(2);
  expect(count.value).toBe(2);
});

test('a change while the item is being read is not lost', async () => {
  let tell = (_: number) => {};
  const slow = {
    async getValue() {
      tell(2);
      return 1;
    },
    watch(listen: (value: number) => void) {
      tell = listen;
      return () => {};
    },
  };
  expect((await signalOf(slow)).value).toBe(2);
});

test('a signal follows no longer than it is wanted', async () => {
  const until = new AbortController();
  const count = await signalOf(item, until.signal);
  until.abort();
  await item.setValue(7);
  expect(count.value).toBe(0);
});

test('a change comes with the value before it, and the first value is none', async () => {
  const count = await signalOf(item);
  const told = vi.fn();
  onChange(count, told);
  expect(told).not.toHaveBeenCalled();
  await item.setValue(1);
  await item.setValue(3);
  expect(told.mock.calls).toEqual([
    [1, 0],
    [3, 1],
  ]);
});
