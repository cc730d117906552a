// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { NewKey } from '../../../components/keys/NewKey';
import type { Handoff } from '../../../utils/keys/handoff';
import { PORTAL, prepare } from '../prepare';

prepare();
afterEach(() => {
  vi.useRealTimers();
});

const VALUE = 'bG9yZW0+aXBzdW0/ZG9sbw==';

function show({ left = 600_000, copied = false } = {}) {
  const onCopied = vi.fn();
  const onDone = vi.fn();
  const handoff = {
    id: '1',
    origin: PORTAL.origin,
    store: '',
    name: 'deploy',
    phase: 'ready',
    keyId: '7',
    knownIds: [],
    value: VALUE,
    copied,
    expiresAt: Date.now() + left,
  } as const satisfies Handoff;
  render(<NewKey handoff={handoff} onCopied={onCopied} onDone={onDone} />);
  return { user: userEvent.setup(), onCopied, onDone };
}

const region = () => within(screen.getByRole('region', { name: 'New API key' }));
const everywhere = () => document.documentElement.outerHTML;

test('the value is nowhere in the document until it is asked for', () => {
  show();
  expect(region().getByRole('heading', { name: 'deploy' })).toBeTruthy();
  expect(region().getByRole('img', { name: 'Hidden value' }).textContent).toBe('•'.repeat(24));
  expect(everywhere()).not.toContain(VALUE);
  expect(region().getByText(/only once/)).toBeTruthy();
});

test('Show key shows exactly the value, and Hide key removes it', async () => {
  const { user } = show();
  await user.click(region().getByRole('button', { name: 'Show key' }));
  expect(region().getByText(VALUE).tagName).toBe('CODE');
  await user.click(region().getByRole('button', { name: 'Hide key' }));
  expect(everywhere()).not.toContain(VALUE);
});

test('Copy key copies exactly the value without showing it', async () => {
  const { user, onCopied, onDone } = show();
  await user.click(region().getByRole('button', { name: 'Copy key' }));
  expect(await navigator.clipboard.readText()).toBe(VALUE);
  expect(onCopied).toHaveBeenCalledOnce();
  expect(onDone).not.toHaveBeenCalled();
  expect(everywhere()).not.toContain(VALUE);
});

test('a failed copy does not count as copied', async () => {
  const { user, onCopied } = show();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  await user.click(region().getByRole('button', { name: 'Copy key' }));
  expect(onCopied).not.toHaveBeenCalled();
});

test('Copy key has focus, so Enter is enough', async () => {
  const { user } = show();
  const copy = region().getByRole('button', { name: 'Copy key' });
  await vi.waitFor(() => expect(document.activeElement).toBe(copy));
  await user.keyboard('{Enter}');
  expect(await navigator.clipboard.readText()).toBe(VALUE);
});

test('Done closes the card once the value was copied', async () => {
  const { user, onDone } = show({ copied: true });
  await user.click(region().getByRole('button', { name: 'Done' }));
  expect(onDone).toHaveBeenCalledOnce();
});

test('Done asks for confirmation when the value was not copied', async () => {
  const { user, onDone } = show();
  await user.click(region().getByRole('button', { name: 'Done' }));
  expect(region().getByRole('alert').textContent).toMatch(/have not copied this key/);
  expect(onDone).not.toHaveBeenCalled();
  await user.click(region().getByRole('button', { name: 'Discard key' }));
  expect(onDone).toHaveBeenCalledOnce();
});

test('a value copied by hand counts as copied', async () => {
  const { user, onCopied } = show();
  await user.click(region().getByRole('button', { name: 'Show key' }));
  fireEvent.copy(region().getByText(VALUE));
  expect(onCopied).toHaveBeenCalledOnce();
});

test('says how long the value stays available', async () => {
  vi.useFakeTimers();
  show({ left: 61_000 });
  expect(region().getByText('Available for 1:01')).toBeTruthy();
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.waitFor(() => expect(region().getByText('Available for 0:59')).toBeTruthy());
});

test('Done ends it right after Copy key, before the background has noted that', async () => {
  const { user, onDone } = show();
  await user.click(region().getByRole('button', { name: 'Copy key' }));
  await user.click(region().getByRole('button', { name: 'Done' }));
  expect(onDone).toHaveBeenCalledOnce();
});
