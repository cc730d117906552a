// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { KeyList } from '../../../components/keys/KeyList';
import { SearchBox } from '../../../components/keys/SearchBox';
import { daysAgo, draftsOf, key, prepare } from '../prepare';

prepare();

const KEYS = [key('deploy', '10.0.0.1', daysAgo(3)), key('reports')];

async function revoke(name: string, outcome: () => Promise<string | null> = async () => null) {
  const onRevoke = vi.fn(outcome);
  render(
    <>
      <SearchBox query={signal('')} />
      <KeyList
        onNameCopied={vi.fn()}
        drafts={draftsOf()}
        keys={KEYS}
        query=""
        total={2}
        onRename={async () => null}
        onRevoke={onRevoke}
      />
    </>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: `Revoke ${name}` }));
  await screen.findByRole('dialog');
  return { user, onRevoke };
}

const dialog = () => within(screen.getByRole('dialog', { name: 'Revoke API key' }));
const press = (name: string) => dialog().getByRole('button', { name });
const gone = () => expect(screen.queryByRole('dialog')).toBeNull();

test.each([
  ['deploy', ['deploy', '10.0.0.1', /3 days ago/]],
  ['reports', ['reports', 'No IP', 'Never used']],
])('asks first, and shows what distinguishes %s from the others', async (name, facts) => {
  const { onRevoke } = await revoke(name);
  const definitions = dialog().getAllByRole('definition');
  expect(definitions.map((each) => each.textContent)).toEqual(
    facts.map((fact) => expect.stringMatching(fact)),
  );
  expect(dialog().getByText(/stops working immediately.*cannot be undone/)).toBeTruthy();
  expect(onRevoke).not.toHaveBeenCalled();
});

test('Cancel revokes nothing', async () => {
  const { user, onRevoke } = await revoke('deploy');
  await user.click(press('Cancel'));
  expect(onRevoke).not.toHaveBeenCalled();
  await vi.waitFor(gone);
});

test('Revoke revokes that key and returns focus to the search box', async () => {
  const { user, onRevoke } = await revoke('reports');
  await user.click(press('Revoke'));
  expect(onRevoke.mock.calls).toEqual([[KEYS[1]]]);
  await vi.waitFor(gone);
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('says why it failed, and lets the user try again', async () => {
  let outcome: string | null = 'The portal cannot be reached.';
  const { user, onRevoke } = await revoke('deploy', async () => outcome);
  await user.click(press('Revoke'));
  expect(dialog().getByRole('alert').textContent).toBe('The portal cannot be reached.');
  outcome = null;
  await user.click(press('Revoke'));
  expect(onRevoke).toHaveBeenCalledTimes(2);
  await vi.waitFor(gone);
});

test('sends one request, however often the button is pressed', async () => {
  const answer = Promise.withResolvers<null>();
  const { user, onRevoke } = await revoke('deploy', () => answer.promise);
  await user.dblClick(press('Revoke'));
  expect(onRevoke).toHaveBeenCalledOnce();
  answer.resolve(null);
  await vi.waitFor(gone);
});

test('the dialog acts on the key it was opened for', async () => {
  const onRevoke = vi.fn(async () => null);
  const later = vi.fn(async () => null);
  const list = (name: string, onRevoke: () => Promise<null>) => (
    <KeyList
      keys={[{ ...key('x'), id: '5', name }]}
      query=""
      total={1}
      onNameCopied={vi.fn()}
      drafts={draftsOf()}
      onRename={async () => null}
      onRevoke={onRevoke}
    />
  );
  const { rerender } = render(list('mine', onRevoke));
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Revoke mine' }));
  rerender(list('another user’s', later));
  expect(dialog().getAllByRole('definition')[0]?.textContent).toBe('mine');
  await user.click(press('Revoke'));
  expect(onRevoke.mock.calls).toEqual([[expect.objectContaining({ id: '5', name: 'mine' })]]);
  expect(later).not.toHaveBeenCalled();
});
