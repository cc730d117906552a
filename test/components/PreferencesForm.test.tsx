// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { PreferencesForm } from '../../components/PreferencesForm';
import { DEFAULT_PREFERENCES } from '../../utils/settings';
import { prepare } from './prepare';

prepare();

async function retype(name: string, typed: string) {
  const onChange = vi.fn();
  render(<PreferencesForm preferences={DEFAULT_PREFERENCES} onChange={onChange} />);
  const box = screen.getByRole<HTMLInputElement>('textbox', { name });
  await userEvent.clear(box);
  if (typed) await userEvent.type(box, typed);
  return { onChange, box };
}

const WAIT = 'A new key waits for (minutes)';
const FIRST = 'First filter for unused keys (days)';
const SECOND = 'Second filter for unused keys (days)';

test.each([
  [WAIT, '3', { waitMinutes: 3 }],
  [WAIT, '60', { waitMinutes: 60 }],
  [FIRST, '7', { unusedDays: [7, 90] }],
  [SECOND, '365', { unusedDays: [45, 365] }],
])('%s is saved as %j', async (name, typed, saved) => {
  const { onChange } = await retype(name, typed);
  expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_PREFERENCES, ...saved });
  expect(screen.queryByRole('alert')).toBeNull();
});

test.each([
  [WAIT, '', 'Type a whole number from 1 to 60.'],
  [WAIT, '0', 'Type a whole number from 1 to 60.'],
  [WAIT, '-5', 'Type a whole number from 1 to 60.'],
  [WAIT, 'ten', 'Type a whole number from 1 to 60.'],
  [FIRST, '', 'Type a whole number from 1 to 3650.'],
])('%s is not saved as %j', async (name, typed, why) => {
  const { onChange, box } = await retype(name, typed);
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe(why);
  expect(box.value).toBe(typed);
});

test('a value never waits for longer than an hour', async () => {
  const { onChange } = await retype(WAIT, '600');
  const minutes = onChange.mock.calls.map(([{ waitMinutes }]) => waitMinutes);
  expect(Math.max(...minutes)).toBeLessThanOrEqual(60);
  expect(screen.getByRole('alert')).toBeTruthy();
});
