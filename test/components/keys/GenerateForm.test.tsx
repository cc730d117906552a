// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { GenerateForm } from '../../../components/keys/GenerateForm';
import { prepare } from '../prepare';

prepare();

function show(draft = '', generate = async (): Promise<string | null> => null) {
  const events = { onDraft: vi.fn(), onGenerate: vi.fn(generate), onCancel: vi.fn() };
  render(<GenerateForm names={['deploy', 'reports']} draft={draft} {...events} />);
  return { user: userEvent.setup(), ...events };
}

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
const note = () => screen.getByRole('status').textContent;
const focused = () => vi.waitFor(() => expect(document.activeElement).toBe(box()));

test('focuses the name field', async () => {
  show();
  expect(screen.getByRole('form', { name: 'Generate API key' })).toBeTruthy();
  await focused();
  expect(note()).toBe('');
});

test('starts with what was typed before', () => {
  show('nightly');
  expect(box().value).toBe('nightly');
});

test.each([
  ['Enter', '{Enter}'],
  ['the button Generate', '{Tab}{Tab}{Enter}'],
])('%s generates a key with the trimmed name', async (_, keys) => {
  const { user, onGenerate } = show();
  await focused();
  await user.keyboard(` nightly backup ${keys}`);
  expect(onGenerate.mock.calls).toEqual([['nightly backup']]);
});

test('saves every keystroke, in case the window closes', async () => {
  const { user, onDraft } = show();
  await user.type(box(), 'abc');
  expect(onDraft.mock.calls.flat()).toEqual(['a', 'ab', 'abc']);
});

test.each(['', '   '])('rejects the name %j on submit, and says why', async (name) => {
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

test('warns about a name in use but allows it, as the portal does', async () => {
  const { user, onGenerate } = show();
  await user.type(box(), ' deploy ');
  expect(note()).toBe('You already have a key with this name.');
  await user.keyboard('{Enter}');
  expect(onGenerate.mock.calls).toEqual([['deploy']]);
});

test.each(['Escape', 'Cancel'])('%s closes the form', async (way) => {
  const { user, onCancel, onGenerate } = show('nightly');
  await focused();
  if (way === 'Escape') await user.keyboard('{Escape}');
  else await user.click(screen.getByRole('button', { name: way }));
  expect(onCancel).toHaveBeenCalledOnce();
  expect(onGenerate).not.toHaveBeenCalled();
});

describe('while the request is being sent', () => {
  const button = (name: string) => screen.getByRole('button', { name });
  const disabled = () => button('Generate').getAttribute('aria-disabled');

  async function send() {
    const answer = Promise.withResolvers<string | null>();
    const shown = show('nightly', () => answer.promise);
    await focused();
    return { ...shown, answer };
  }

  test('neither Enter nor the button sends it again', async () => {
    const { user, onGenerate } = await send();
    const form = screen.getByRole<HTMLFormElement>('form');
    // The second one arrives before the form renders again.
    form.requestSubmit();
    form.requestSubmit();
    await user.keyboard('{Enter}');
    await user.dblClick(button('Generate'));
    expect(onGenerate).toHaveBeenCalledOnce();
  });

  test.each([
    ['the field', '{Enter}', box],
    ['the button', '{Tab}{Tab}{Enter}', () => button('Generate')],
  ])('focus stays on %s', async (_, keys, element) => {
    const { user, answer } = await send();
    await user.keyboard(keys);
    expect(disabled()).toBe('true');
    expect(document.activeElement).toBe(element());
    answer.resolve('Not accepted.');
    await vi.waitFor(() => expect(disabled()).toBe('false'));
    expect(document.activeElement).toBe(element());
  });

  test.each(['{Escape}', '{Tab}{Enter}'])(
    '%s cancels nothing, because it may be too late',
    async (keys) => {
      const { user, onCancel } = await send();
      await user.keyboard(`{Enter}${keys}`);
      expect(onCancel).not.toHaveBeenCalled();
    },
  );

  test('the name cannot be changed', async () => {
    const { user, onDraft } = await send();
    await user.keyboard('{Enter}more');
    expect(box().value).toBe('nightly');
    expect(onDraft).not.toHaveBeenCalled();
  });
});

test('says why a request was rejected, and lets the user send it again', async () => {
  const answers = ['Not accepted.', 'Not accepted.', null];
  const { user, onGenerate } = show('nightly', async () => answers.shift() ?? null);
  await focused();
  await user.keyboard('{Enter}');
  await vi.waitFor(() => expect(note()).toBe('Not accepted.'));
  expect(box().getAttribute('aria-invalid')).toBe('false');
  // The text is removed in between, so a repeated sentence is announced again.
  const texts: (string | null)[] = [];
  const changes = { childList: true, characterData: true, subtree: true };
  new MutationObserver(() => texts.push(note())).observe(screen.getByRole('status'), changes);
  await user.keyboard('{Enter}');
  await vi.waitFor(() => expect(texts).toEqual(['', 'Not accepted.']));
  await user.keyboard('{Enter}');
  await vi.waitFor(() => expect(note()).toBe(''));
  expect(onGenerate.mock.calls).toEqual([['nightly'], ['nightly'], ['nightly']]);
});
