// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { KeyList } from '../../../components/keys/KeyList';
import { draftsOf, key, prepare } from '../prepare';

prepare();

const KEYS = [key('deploy'), key('reports')];

async function rename(outcome: () => Promise<string | null> = async () => null) {
  const onRename = vi.fn(outcome);
  render(
    <KeyList
      onNameCopied={vi.fn()}
      drafts={draftsOf()}
      keys={KEYS}
      query=""
      total={2}
      onRename={onRename}
      onRevoke={async () => null}
    />,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Rename deploy' }));
  await vi.waitFor(() => expect(document.activeElement).toBe(box()));
  return { user, onRename };
}

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'New name of deploy' });
const gone = () => expect(screen.queryByRole('textbox')).toBeNull();

test('starts with the whole name selected, so typing replaces it', async () => {
  const { user } = await rename();
  await user.keyboard('nightly');
  expect(box().value).toBe('nightly');
});

test.each([
  ['Enter', '{Enter}'],
  ['the button Save', '{Tab}{Enter}'],
])('%s saves the trimmed name and returns focus to the row', async (_, keys) => {
  const { user, onRename } = await rename();
  await user.keyboard(`  nightly backup ${keys}`);
  expect(onRename.mock.calls).toEqual([[KEYS[0], 'nightly backup']]);
  gone();
  await vi.waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Rename deploy' })),
  );
});

test.each([
  ['Escape', '{Escape}'],
  ['Cancel', '{Tab}{Tab}{Enter}'],
])('%s restores the name', async (_, keys) => {
  const { user, onRename } = await rename();
  await user.keyboard(`nightly${keys}`);
  expect(onRename).not.toHaveBeenCalled();
  gone();
  expect(screen.getByText('deploy')).toBeTruthy();
});

test('Escape cancels the renaming and nothing else', async () => {
  const { user } = await rename();
  const heard = vi.fn();
  document.addEventListener('keydown', heard, { once: true });
  await user.keyboard('{Escape}');
  expect(heard).not.toHaveBeenCalled();
  document.removeEventListener('keydown', heard);
});

test('does not send an unchanged name', async () => {
  const { user, onRename } = await rename();
  await user.keyboard('deploy {Enter}');
  expect(onRename).not.toHaveBeenCalled();
  gone();
});

test('rejects an empty name and says so', async () => {
  const { user, onRename } = await rename();
  await user.keyboard('{Backspace} {Enter}');
  expect(onRename).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe('Enter a name for the key.');
  expect(box().getAttribute('aria-invalid')).toBe('true');
});

test('keeps what was typed after a failure, and says why', async () => {
  const { user } = await rename(async () => 'The portal cannot be reached.');
  await user.keyboard('nightly{Enter}');
  expect(screen.getByRole('alert').textContent).toBe('The portal cannot be reached.');
  expect(box().value).toBe('nightly');
});

test('sends one request, however often Enter is pressed', async () => {
  const answer = Promise.withResolvers<null>();
  const { user, onRename } = await rename(() => answer.promise);
  await user.keyboard('nightly{Enter}{Enter}{Enter}');
  expect(onRename).toHaveBeenCalledOnce();
  answer.resolve(null);
  await vi.waitFor(gone);
});

test('keeps what is typed with the key the form was opened for', async () => {
  const list = (name: string, onRename: () => Promise<null>) => (
    <KeyList
      keys={[{ ...key('x'), id: '5', name }]}
      query=""
      total={1}
      onNameCopied={vi.fn()}
      drafts={draftsOf()}
      onRename={onRename}
      onRevoke={async () => null}
    />
  );
  const onRename = vi.fn(async () => null);
  const later = vi.fn(async () => null);
  const { rerender } = render(list('deploy', onRename));
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Rename deploy' }));
  await vi.waitFor(() => expect(document.activeElement).toBe(box()));
  rerender(list('another user’s', later));
  await user.keyboard('nightly{Enter}');
  expect(onRename.mock.calls).toEqual([[expect.objectContaining({ name: 'deploy' }), 'nightly']]);
  expect(later).not.toHaveBeenCalled();
});
