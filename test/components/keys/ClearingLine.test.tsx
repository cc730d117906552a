// @vitest-environment happy-dom
import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Announcements, announce } from '../../../components/common/announce';
import { ClearingLine } from '../../../components/keys/ClearingLine';
import type { Clearing } from '../../../utils/keys/clearing';
import { prepare } from '../prepare';

prepare();
afterEach(() => {
  vi.useRealTimers();
  announce('');
});

function show(first: Clearing, onClear = vi.fn(async () => {})) {
  const line = (clearing: Clearing) => (
    <>
      <ClearingLine clearing={clearing} onClear={onClear} />
      <Announcements />
    </>
  );
  const { rerender } = render(line(first));
  return { onClear, change: (next: Clearing) => rerender(line(next)) };
}

const said = () => screen.getByRole('status').textContent;
const button = () => screen.queryByRole('button', { name: 'Clear now' });

test('counts down until the clipboard is cleared', async () => {
  vi.useFakeTimers();
  show(Date.now() + 42_000);
  expect(screen.getByText('Clipboard clears in 0:42')).toBeTruthy();
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.waitFor(() => expect(screen.getByText(/in 0:40$/)).toBeTruthy());
});

test('restarts the countdown after a newer copy', async () => {
  vi.useFakeTimers();
  const { change } = show(Date.now() + 10_000);
  change(Date.now() + 60_000);
  expect(screen.getByText('Clipboard clears in 1:00')).toBeTruthy();
});

test('Clear now clears the clipboard, and says so only once it is cleared', async () => {
  const { onClear, change } = show(Date.now() + 42_000);
  await userEvent.click(screen.getByRole('button', { name: 'Clear now' }));
  expect(onClear).toHaveBeenCalledOnce();
  expect(said()).toBe('');
  change('cleared');
  await waitFor(() => expect(said()).toBe('Clipboard cleared'));
  expect(button()).toBeNull();
});

test('reports a failure to clear, and lets the user try again', async () => {
  const onClear = vi.fn(() => Promise.reject(new Error('no')));
  show(Date.now() + 42_000, onClear);
  await userEvent.click(screen.getByRole('button', { name: 'Clear now' }));
  const said = await screen.findByText(/^Could not clear the clipboard/);
  expect(said.parentElement?.role).toBe('alert');
  expect(button()).toBeTruthy();
});

test('disappears silently when the countdown is cancelled', async () => {
  const { change } = show(Date.now() + 42_000);
  change(null);
  await waitFor(() => expect(button()).toBeNull());
  expect(said()).toBe('');
});

test.each([null, 'cleared'] as const)('a window that opens at %j stays silent', (clearing) => {
  show(clearing);
  expect(button()).toBeNull();
  expect(said()).toBe('');
});
