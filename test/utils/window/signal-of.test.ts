// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storageItem } from '../../../utils/browser/storage';
import { onChange, signalOf } from '../../../utils/window/signal-of';

beforeEach(() => fakeBrowser.reset());

const item = storageItem('session', 'count', (stored) => Number(stored ?? 0));

test('holds the stored value and follows every change', async () => {
  await item.setValue(1);
  const count = await signalOf(item);
  expect(count.value).toBe(1);
  await item.setValue(2);
  expect(count.value).toBe(2);
});

test('keeps a change made while the item is being read', async () => {
  let notify = (_: number) => {};
  const slow = {
    async getValue() {
      notify(2);
      return 1;
    },
    watch(listen: (value: number) => void) {
      notify = listen;
      return () => {};
    },
  };
  expect((await signalOf(slow)).value).toBe(2);
});

test('reports each change with the previous value, but not the first value', async () => {
  const count = await signalOf(item);
  const listener = vi.fn();
  onChange(count, listener);
  expect(listener).not.toHaveBeenCalled();
  await item.setValue(1);
  await item.setValue(3);
  expect(listener.mock.calls).toEqual([
    [1, 0],
    [3, 1],
  ]);
});
