// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { GenerateForm } from '../../../components/keys/GenerateForm';
import { prepare } from '../prepare';

prepare();

function show(draft = '') {
  const events = { onDraft: vi.fn(), onGenerate: vi.fn(), onCancel: vi.fn() };
  render(<GenerateForm names={['deploy', 'reports']} draft={draft} {...events} />);
  return { user: userEvent.setup(), ...events };
}

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
const note = () => screen.getByRole('status').textContent;
const focused = () => vi.waitFor(() => expect(document.activeElement).toBe(box()));

test('is ready to be typed into', async () => {
  show();
  expect(screen.getByRole('form', { name: 'Generate API key' })).toBeTruthy();
  await focused();
  expect(note()).toBe('');
});

test('begins with what was typed before', () => {
  show('nightly');
  expect(box().value).toBe('nightly');
});

test.each([
  ['Enter', '{Enter}'],
  ['the button Generate', '{Tab}{Tab}{Enter}'],
])('%s generates a key with that name, without the spaces around it', async (_, keys) => {
  const { user, onGenerate } = show();
  await focused();
  await user.keyboard(` nightly backup ${keys}`);
  expect(onGenerate.mock.calls).toEqual([['nightly backup']]);
});

test('every letter is kept, in case the window closes', async () => {
  const { user, onDraft } = show();
  await user.type(box(), 'abc');
  expect(onDraft.mock.calls.flat()).toEqual(['a', 'ab', 'abc']);
});

test.each(['', '   '])('the name %j is refused once it is tried, and says why', async (name) => {
  const { user, onGenerate } = show(name);
  expect(note()).toBe('');
  await user.click(screen.getByRole('button', { name: 'Generate' }));
  expect(onGenerate).not.toHaveBeenCalled();
  expect(note()).toBe('Enter a name for the key.');
  expect(box().getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(box());
  await user.type(box(), 'x');
  expect(note()).toBe('');
});

test('a name that is taken is warned of and allowed, as the portal allows it', async () => {
  const { user, onGenerate } = show();
  await user.type(box(), ' deploy ');
  expect(note()).toBe('You already have a key with this name.');
  await user.keyboard('{Enter}');
  expect(onGenerate.mock.calls).toEqual([['deploy']]);
});

test.each(['Escape', 'Cancel'])('%s gives up', async (way) => {
  const { user, onCancel, onGenerate } = show('nightly');
  await focused();
  if (way === 'Escape') await user.keyboard('{Escape}');
  else await user.click(screen.getByRole('button', { name: way }));
  expect(onCancel).toHaveBeenCalledOnce();
  expect(onGenerate).not.toHaveBeenCalled();
});
