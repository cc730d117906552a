// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { PreferencesForm } from '../../../components/settings/PreferencesForm';
import { DEFAULT_PREFERENCES } from '../../../utils/stored/preferences';
import { prepare } from '../prepare';

prepare();

function show(allowed = true, clearAfter = DEFAULT_PREFERENCES.clearAfter) {
  const onChange = vi.fn();
  const onAskClipboard = vi.fn(async () => allowed);
  const preferences = { ...DEFAULT_PREFERENCES, clearAfter };
  render(
    <PreferencesForm
      preferences={preferences}
      onChange={onChange}
      onAskClipboard={onAskClipboard}
    />,
  );
  return { onChange, onAskClipboard };
}

async function retype(name: string, typed: string) {
  const { onChange } = show();
  const box = screen.getByRole<HTMLInputElement>('textbox', { name });
  await userEvent.clear(box);
  if (typed) await userEvent.type(box, typed);
  return { onChange, box };
}

const WAIT = 'Keep new key values for (minutes)';
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
  [WAIT, '', 'Enter a whole number from 1 to 60.'],
  [WAIT, '0', 'Enter a whole number from 1 to 60.'],
  [WAIT, '-5', 'Enter a whole number from 1 to 60.'],
  [WAIT, 'ten', 'Enter a whole number from 1 to 60.'],
  [FIRST, '', 'Enter a whole number from 1 to 3650.'],
])('%s is not saved as %j', async (name, typed, why) => {
  const { onChange, box } = await retype(name, typed);
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe(why);
  expect(box.value).toBe(typed);
});

test('a value is never kept for more than an hour', async () => {
  const { onChange } = await retype(WAIT, '600');
  const minutes = onChange.mock.calls.map(([{ waitMinutes }]) => waitMinutes);
  expect(Math.max(...minutes)).toBeLessThanOrEqual(60);
  expect(screen.getByRole('alert')).toBeTruthy();
});

const CLEAR = 'Clear the clipboard after copying a key';
const clear = () => screen.getByRole<HTMLSelectElement>('combobox', { name: CLEAR });

test('the clipboard is not cleared unless a time is chosen', () => {
  show();
  expect(clear().selectedOptions[0]?.text).toBe('Off');
  expect([...clear().options].map(({ text }) => text)).toEqual([
    'Off',
    '30 seconds',
    '1 minute',
    '2 minutes',
    '5 minutes',
  ]);
});

test('explains beside the setting what clearing cannot reach', async () => {
  show();
  const hint = document.getElementById(clear().getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toMatch(/the clipboard is cleared/);
  await userEvent.click(screen.getByText('More'));
  expect(screen.getByRole('group').textContent).toMatch(
    /clipboard history, clipboard managers .* out of reach/i,
  );
});

test.each([
  ['30 seconds', 30],
  ['1 minute', 60],
  ['2 minutes', 120],
  ['5 minutes', 300],
])('%s is saved once the clipboard permission is granted', async (text, clearAfter) => {
  const { onChange, onAskClipboard } = show();
  await userEvent.selectOptions(clear(), text);
  expect(onAskClipboard).toHaveBeenCalledOnce();
  expect(onChange.mock.calls).toEqual([[{ ...DEFAULT_PREFERENCES, clearAfter }]]);
});

test('Off is saved without asking for a permission', async () => {
  const { onChange, onAskClipboard } = show(true, 60);
  expect(clear().value).toBe('60');
  await userEvent.selectOptions(clear(), 'Off');
  expect(onAskClipboard).not.toHaveBeenCalled();
  expect(onChange.mock.calls).toEqual([[DEFAULT_PREFERENCES]]);
});

test('stays off and says so each time the permission is denied', async () => {
  const { onChange } = show(false);
  for (const text of ['1 minute', '2 minutes']) {
    await userEvent.selectOptions(clear(), text);
    expect((await screen.findByRole('alert')).textContent).toMatch(/^This stays off/);
    await vi.waitFor(() => expect(clear().value).toBe('0'));
  }
  expect(onChange).not.toHaveBeenCalled();
});
